package devpg_test

import (
	"bufio"
	"errors"
	"os"
	osexec "os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tenantry/internal/devpg"
)

const helperDir = "DEVPG_TEST_HELPER_DIR"

// TestHelperOwner is not a test: it is the other process of
// TestKilledOwnerTakesServerAlong.
func TestHelperOwner(t *testing.T) {
	dir := os.Getenv(helperDir)
	if dir == "" {
		t.Skip("only as a helper process")
	}
	if _, err := devpg.Start(t.Context(), devpg.Config{Dir: dir}); err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString("ready\n")
	select {} // until killed
}

func TestKilledOwnerTakesServerAlong(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	cmd := osexec.Command(os.Args[0], "-test.run=^TestHelperOwner$")
	cmd.Env = append(os.Environ(), helperDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || strings.TrimSpace(line) != "ready" {
		t.Fatalf("helper says %q, %v", line, err)
	}
	pid := postmaster(t, dir)

	guest := start(t, devpg.Config{Dir: dir})
	if !guest.Shared() {
		t.Fatal("the second process does not share the first one's server")
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed, as intended

	heir := start(t, devpg.Config{Dir: dir})
	if heir.Shared() {
		t.Error("nobody is left to share with")
	}
	if got := postmaster(t, dir); got == pid {
		t.Errorf("process %d still serves", pid)
	}
	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for limit := time.Now().Add(10 * time.Second); !gone(pid); <-poll.C {
		if time.Now().After(limit) {
			t.Fatalf("process %d outlived its owner", pid)
		}
	}
}

// gone also counts a dead process that nobody has collected yet.
func gone(pid int) bool {
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return true
	}
	return osexec.Command("sh", "-c", `tr -d '\0' </proc/$0/cmdline | grep -q .`, strconv.Itoa(pid)).Run() != nil
}
