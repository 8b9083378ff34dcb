package devpg

import (
	"os/exec"
	"syscall"
)

// lifeline has nothing to hold on Linux: the kernel sends the signal.
type lifeline struct{}

// bind starts cmd such that it gets the signal when the calling thread dies.
func bind(cmd *exec.Cmd, death syscall.Signal) (lifeline, error) {
	cmd.SysProcAttr.Pdeathsig = death
	return lifeline{}, cmd.Start()
}

func (lifeline) release() {}
