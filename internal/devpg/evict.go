package devpg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// evict deals with what a previous owner left in the data directory. We hold
// the lock, so a server still found there has lost its owner and is probably
// stopping already.
func evict(ctx context.Context, data string) error {
	file := filepath.Join(data, "postmaster.pid")
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("devpg: look for a previous server: %w", err)
	}
	first, _, _ := strings.Cut(string(b), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err == nil && pid > 1 && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return nil // PostgreSQL sees that itself, and checks for stragglers
	}
	if err != nil || pid <= 1 || !serves(ctx, pid, data) {
		// After a crash the number may belong to a stranger, which PostgreSQL
		// would take for a running server.
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("devpg: remove a stale lock file: %w", err)
		}
		return nil
	}
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT} {
		_ = syscall.Kill(pid, sig)
		for limit := time.Now().Add(gentleStop); time.Now().Before(limit); {
			if !serves(ctx, pid, data) {
				return nil
			}
			if err := pause(ctx); err != nil {
				return fmt.Errorf("devpg: wait for a previous server (process %d): %w", pid, err)
			}
		}
	}
	return fmt.Errorf("devpg: a previous server (process %d) does not end", pid)
}

// serves reports whether the process is a PostgreSQL server of the directory,
// judged by its arguments: anybody may read those, even across users.
func serves(ctx context.Context, pid int, data string) bool {
	if runtime.GOOS == "linux" {
		args, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/cmdline")
		return err == nil && bytes.Contains(args, []byte("\x00-D\x00"+data+"\x00"))
	}
	out, err := exec.CommandContext(ctx, "ps", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && bytes.Contains(out, []byte(" -D "+data+" "))
}
