package dbtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"

	"tenantry/internal/devpg"
)

// plant copies a data directory that an earlier test process left for all, so
// that initdb, the longest part of a start, runs once per machine and
// PostgreSQL build instead of once per package.
func plant(ctx context.Context, dir string) error {
	seed, err := seedDir()
	if err != nil {
		return err
	}
	ready := filepath.Join(seed, "ready")
	if _, err := os.Stat(ready); err != nil {
		if err := grow(ctx, seed, ready); err != nil {
			return fmt.Errorf("make %s: %w", seed, err)
		}
	}
	data := filepath.Join(dir, "data")
	if err := exec.CommandContext(ctx, "cp", "-Rp", filepath.Join(seed, "data"), data+".copy").Run(); err != nil {
		return fmt.Errorf("copy %s: %w", seed, err)
	}
	return os.Rename(data+".copy", data)
}

// seedDir names the seed after the program that makes it: another build gets
// another seed.
func seedDir() (string, error) {
	bin, err := devpg.FindBinaries("", os.Getenv)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(filepath.Join(bin, "postgres"))
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(fmt.Append(nil, bin, info.Size(), info.ModTime().UnixNano()))
	return fmt.Sprintf("/tmp/tenantry-seed-%d-%s", os.Geteuid(), hex.EncodeToString(sum[:4])), nil
}

// grow makes the seed unless another process just did.
func grow(ctx context.Context, seed, ready string) error {
	lock, err := os.OpenFile(seed+".lock", os.O_CREATE|os.O_RDWR|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return err
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return err
	}
	if _, err := os.Stat(ready); err == nil {
		return nil
	}
	if err := os.RemoveAll(seed); err != nil { // half made
		return err
	}
	// Not NoSync: a server stopped in order needs no recovery in every copy.
	server, err := devpg.Start(ctx, devpg.Config{Dir: seed, Settings: map[string]string{"fsync": "off"}})
	if err != nil {
		return err
	}
	if err := server.Stop(ctx); err != nil {
		return err
	}
	return os.WriteFile(ready, nil, 0o600)
}
