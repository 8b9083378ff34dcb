package devpg

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// socketPathMax is the longest socket path every supported system takes
// (macOS 103 bytes, Linux 107).
const socketPathMax = 103

// place is where a server lives.
type place struct {
	dir    string // absolute, symbolic links resolved
	socket string // directory of the socket
}

// DefaultDir is where the development server keeps its data: tenantry below
// the state home of an ordinary user; /var/lib/tenantry for root, whose own
// home the server's user could not enter. Without a writable home it is a
// folder among the temporary files.
func DefaultDir(getenv func(string) string) string {
	temporary := filepath.Join(os.TempDir(), "tenantry-"+strconv.Itoa(os.Geteuid()))
	if os.Geteuid() == 0 {
		if info, err := os.Stat("/var/lib"); err == nil && info.IsDir() {
			return "/var/lib/tenantry"
		}
		return temporary
	}
	if d := getenv("XDG_STATE_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "tenantry")
	}
	if h := getenv("HOME"); filepath.IsAbs(h) {
		if info, err := os.Stat(h); err == nil && info.IsDir() {
			return filepath.Join(h, ".local", "state", "tenantry")
		}
	}
	return temporary
}

// openPlace makes the directory and checks that it is ours and that the
// server's user gets there.
func openPlace(dir string, who account) (place, error) {
	if dir == "" {
		dir = DefaultDir(os.Getenv)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return place{}, fmt.Errorf("devpg: data directory: %w", err)
	}
	if err := makeDir(dir, who); err != nil {
		return place{}, fmt.Errorf("devpg: make the data directory %s: %w", dir, err)
	}
	// One name for one place: the lock holder and its guests must derive the
	// same socket from it.
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return place{}, fmt.Errorf("devpg: data directory: %w", err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return place{}, fmt.Errorf("devpg: data directory: %w", err)
	}
	if !info.IsDir() {
		return place{}, fmt.Errorf("devpg: data directory: %s is not a directory", dir)
	}
	if o := ownerOf(info); int(o) != os.Geteuid() && o != who.uid {
		return place{}, fmt.Errorf("devpg: data directory %s belongs to user %d, we are %d; choose another one", dir, o, os.Geteuid())
	}
	if err := who.reaches(dir); err != nil {
		return place{}, fmt.Errorf("devpg: data directory %s: %w; choose one it may enter, like %s",
			dir, err, DefaultDir(os.Getenv))
	}
	return place{dir: dir, socket: socketDir(dir)}, nil
}

// makeDir makes dir and missing parents. The server's user needs to pass
// through a directory root makes, not to read it.
func makeDir(dir string, who account) error {
	mode := os.FileMode(0o700)
	if who.lent {
		mode = 0o711
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	err := os.Mkdir(dir, mode)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return os.Chmod(dir, mode) // whatever the umask took
}

// socketDir is run below dir, or a short folder named after dir when the
// socket's path would be too long or has a character that PostgreSQL's list of
// directories gives a meaning.
func socketDir(dir string) string {
	run := filepath.Join(dir, "run")
	plain := regexp.MustCompile(`^[A-Za-z0-9/._@+-]+$`).MatchString(run)
	if plain && len(run)+len("/.s.PGSQL."+port) <= socketPathMax {
		return run
	}
	sum := sha256.Sum256([]byte(dir))
	return "/tmp/tenantry-" + hex.EncodeToString(sum[:8])
}

// openSocketDir makes the socket's directory and removes the sockets of
// servers that ended without doing so.
func (p place) openSocketDir(who account) error {
	if err := who.mkdir(p.socket); err != nil {
		return err
	}
	for _, name := range []string{".s.PGSQL." + port, ".s.PGSQL." + port + ".lock"} {
		if err := os.Remove(filepath.Join(p.socket, name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("devpg: remove a stale socket: %w", err)
		}
	}
	return nil
}
