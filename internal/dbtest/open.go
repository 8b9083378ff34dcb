package dbtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"tenantry/internal/devpg"
)

// memory is the share of free shared memory, in bytes, from which on data is
// kept there.
const memory = 1 << 30

// open starts the process's server in a new directory.
func open() (*cluster, error) {
	base := "/tmp" // not TMPDIR: a socket's path is short
	if roomy("/dev/shm", memory) {
		base = "/dev/shm"
	}
	prefix := filepath.Join(base, "tenantry-test-"+strconv.Itoa(os.Geteuid())+"-")
	sweep(prefix)

	dir := prefix + strconv.Itoa(os.Getpid())
	if err := os.Mkdir(dir, 0o711); err != nil {
		return nil, err
	}
	if err := os.Chmod(dir, 0o711); err != nil { // whatever the umask took
		return nil, err
	}
	life, err := removeAfterUs(dir)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := plant(ctx, dir); err != nil {
		return nil, fmt.Errorf("seed the data directory: %w", err)
	}
	server, err := devpg.Start(ctx, devpg.Config{
		Dir:    dir,
		NoSync: true,
		Settings: map[string]string{
			"autovacuum":      "off",
			"wal_level":       "minimal",
			"max_wal_senders": "0",
			"max_connections": "200",
			"max_wal_size":    "4GB", // no checkpoints but those of CREATE DATABASE
			// Below the data directory, so that it goes with the directory.
			"dynamic_shared_memory_type": "mmap",
		},
	})
	if err != nil {
		return nil, err
	}
	admin, err := sql.Open("postgres", server.URL("postgres", devpg.Owner))
	if err != nil {
		return nil, fmt.Errorf("open the maintenance database: %w", err)
	}
	admin.SetMaxOpenConns(4)
	c := &cluster{server: server, admin: admin, life: life, templates: map[string]*template{}}
	if err := admin.QueryRowContext(ctx, "SELECT current_setting('server_version_num')::int / 10000").Scan(&c.major); err != nil {
		return nil, fmt.Errorf("ask the version: %w", err)
	}
	return c, nil
}

// roomy reports whether dir exists with at least free bytes left.
func roomy(dir string, free uint64) bool {
	var st syscall.Statfs_t
	return syscall.Statfs(dir, &st) == nil && st.Bavail*uint64(st.Bsize) > free
}

// removeAfterUs starts a shell that outlives this process, sees the end of it
// as the end of its input, and removes the directory, insisting while the
// server ends. The returned pipe is that input: it must stay reachable, as the
// garbage collector closes files nobody holds.
func removeAfterUs(dir string) (io.Closer, error) {
	cmd := exec.Command("/bin/sh", "-c", `cat
		n=0
		while [ -e "$1" ] && [ $n -lt 100 ]; do rm -rf "$1"; sleep 0.1; n=$((n+1)); done`, "sh", dir)
	cmd.Dir = "/"
	// Not in our group: an interrupt at the terminal is not for it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	pipe, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, fmt.Errorf("watch over %s: %w", dir, err)
	}
	return pipe, nil
}

// sweep removes directories whose process is gone and whose shell was killed
// too, or whose number is ours now. What it cannot remove is no reason to fail a test.
func sweep(prefix string) {
	dirs, _ := filepath.Glob(prefix + "*")
	for _, dir := range dirs {
		pid, err := strconv.Atoi(strings.TrimPrefix(dir, prefix))
		if err != nil {
			continue
		}
		if pid == os.Getpid() || errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
			_ = os.RemoveAll(dir)
		}
	}
}
