//go:build unix && !linux

package devpg

import (
	"io"
	"os/exec"
	"strconv"
	"syscall"
)

// lifeline is a shell that waits for the end of a pipe only we can close.
type lifeline struct {
	watch *exec.Cmd
	pipe  io.WriteCloser
}

// bind starts cmd and beside it a shell that signals it when this process
// dies: these systems have no death signal.
func bind(cmd *exec.Cmd, death syscall.Signal) (lifeline, error) {
	if err := cmd.Start(); err != nil {
		return lifeline{}, err
	}
	w := exec.Command("/bin/sh", "-c", `cat >/dev/null; kill -"$1" "$2"`, "sh",
		strconv.Itoa(int(death)), strconv.Itoa(cmd.Process.Pid))
	w.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	pipe, err := w.StdinPipe()
	if err == nil {
		err = w.Start()
	}
	if err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return lifeline{}, err
	}
	return lifeline{watch: w, pipe: pipe}, nil
}

// release ends the watch of a child that has ended, before its process number
// can belong to somebody else.
func (l lifeline) release() {
	_ = syscall.Kill(-l.watch.Process.Pid, syscall.SIGKILL)
	_ = l.pipe.Close()
	_ = l.watch.Wait()
}
