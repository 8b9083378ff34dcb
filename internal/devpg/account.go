package devpg

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the user the server runs as. PostgreSQL refuses to run as root,
// so root lends it another one.
type account struct {
	name     string
	uid, gid uint32
	lent     bool // not the user we are
}

// serverAccount is ourselves, or for root the first of postgres and nobody
// that exists.
func serverAccount() (account, error) {
	if os.Geteuid() != 0 {
		return account{name: "you", uid: uint32(os.Geteuid()), gid: uint32(os.Getegid())}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(err1, err2); err != nil {
			return account{}, fmt.Errorf("devpg: user %s: %w", name, err)
		}
		return account{name: name, uid: uint32(uid), gid: uint32(gid), lent: true}, nil
	}
	return account{}, errors.New("devpg: PostgreSQL cannot run as root, and neither user postgres nor nobody exists")
}

func (a account) credential() *syscall.Credential {
	if !a.lent {
		return nil
	}
	return &syscall.Credential{Uid: a.uid, Gid: a.gid}
}

// mkdir makes a directory that only the account may enter, or checks that an
// existing one is such: anything else could be somebody else's trap.
func (a account) mkdir(path string) error {
	err := os.Mkdir(path, 0o700)
	if err == nil && a.lent {
		err = os.Chown(path, int(a.uid), int(a.gid))
	}
	if err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("devpg: make %s: %w", path, err)
	}
	info, err := os.Lstat(path)
	if err != nil {
		return fmt.Errorf("devpg: make %s: %w", path, err)
	}
	if !info.IsDir() || ownerOf(info) != a.uid || info.Mode().Perm() != 0o700 {
		return fmt.Errorf("devpg: %s must be a directory of user %d with mode 0700; it is %v of user %d",
			path, a.uid, info.Mode(), ownerOf(info))
	}
	return nil
}

// reaches returns an error when the account cannot enter path or one of its
// parents, judged by the permission bits.
func (a account) reaches(path string) error {
	if !a.lent {
		return nil // using the path will tell
	}
	for p := path; ; p = filepath.Dir(p) {
		info, err := os.Stat(p)
		if err != nil {
			return err
		}
		st, bit := info.Sys().(*syscall.Stat_t), os.FileMode(0o001)
		switch {
		case st.Uid == a.uid:
			bit = 0o100
		case st.Gid == a.gid:
			bit = 0o010
		}
		if info.Mode()&bit == 0 {
			return fmt.Errorf("user %s, which runs PostgreSQL for root, may not enter %s", a.name, p)
		}
		if p == filepath.Dir(p) {
			return nil
		}
	}
}

func ownerOf(info os.FileInfo) uint32 { return info.Sys().(*syscall.Stat_t).Uid }
