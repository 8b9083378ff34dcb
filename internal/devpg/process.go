package devpg

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// child is a process that ends with us.
type child struct {
	pid  int
	done chan struct{} // closed when the process has ended
	err  error         // how it ended; read after done
}

// start runs a program as who, in its own process group so that the
// terminal's Ctrl-C reaches only us, with an environment of its own, and with
// death as the signal it gets when this process dies.
func start(path string, args []string, dir string, who account, death syscall.Signal, log io.Writer) (*child, error) {
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	cmd.Env = environment(filepath.Dir(path), dir)
	cmd.Stdout, cmd.Stderr = log, log
	cmd.WaitDelay = time.Second // a straggler that holds the log open is not waited for
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: who.credential()}

	c := &child{done: make(chan struct{})}
	started := make(chan error)
	go func() {
		// The death signal is tied to the thread that starts the child, so
		// that thread stays here until the child has ended.
		runtime.LockOSThread()
		life, err := bind(cmd, death)
		if err != nil {
			started <- err
			return
		}
		c.pid = cmd.Process.Pid
		started <- nil
		if err := cmd.Wait(); !errors.Is(err, exec.ErrWaitDelay) {
			c.err = err
		}
		life.release()
		close(c.done)
	}()
	return c, <-started
}

// environment is what a child may see of ours: none of the PG* variables,
// which would redirect it, and none of our secrets.
func environment(bin, home string) []string {
	env := []string{"PATH=" + bin + ":/usr/bin:/bin", "HOME=" + home, "LC_ALL=C"}
	if v := os.Getenv("LD_LIBRARY_PATH"); v != "" {
		env = append(env, "LD_LIBRARY_PATH="+v)
	}
	return env
}

// end signals the process and waits for it: sig first, SIGQUIT when that takes
// too long or the context ends, SIGKILL at last. It reports whether the
// process is gone.
func (c *child) end(ctx context.Context, sig syscall.Signal) bool {
	if c.endsAfter(ctx, sig, gentleStop) {
		return true
	}
	background := context.WithoutCancel(ctx)
	return c.endsAfter(background, syscall.SIGQUIT, gentleStop/2) ||
		c.endsAfter(background, syscall.SIGKILL, gentleStop/2)
}

func (c *child) endsAfter(ctx context.Context, sig syscall.Signal, limit time.Duration) bool {
	select {
	case <-c.done: // its number may belong to somebody else by now
		return true
	default:
	}
	// An error means the process is ending; done tells.
	_ = syscall.Kill(c.pid, sig)
	t := time.NewTimer(limit)
	defer t.Stop()
	select {
	case <-c.done:
		return true
	case <-ctx.Done():
	case <-t.C:
	}
	return false
}
