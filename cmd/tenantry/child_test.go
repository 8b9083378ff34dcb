package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tenantry/internal/database"
)

// childMark makes the test binary run the program instead of tests.
const childMark = "TENANTRY_TEST_CHILD"

// TestHelperProgram is no test: it is the program in a process of its own,
// for tests that kill it or need several.
func TestHelperProgram(t *testing.T) {
	if os.Getenv(childMark) == "" {
		t.Skip("only as a child process")
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin) // ends with our parent, however that ends
		os.Exit(3)
	}()
	os.Args = []string{"tenantry", "serve"}
	main()
}

// child is the program running in another process.
type child struct {
	cmd    *exec.Cmd
	url    string        // set once ready is closed
	ready  chan struct{} // closed when requests are answered
	exited chan struct{}
	err    error // what it ended with, once exited is closed
	stderr *safeBuffer
}

// spawn starts the program in development on a free port, and does not wait
// for it. Later pairs go before earlier ones.
func spawn(t *testing.T, pairs ...string) *child {
	t.Helper()
	c := &child{ready: make(chan struct{}), exited: make(chan struct{}), stderr: new(safeBuffer)}
	c.cmd = exec.Command(os.Args[0], "-test.run=^TestHelperProgram$")
	own := map[string]bool{}
	for _, key := range (&Config{}).keys() {
		own[key.Env] = true
	}
	c.cmd.Env = slices.DeleteFunc(os.Environ(), func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		return own[name]
	})
	c.cmd.Env = append(c.cmd.Env, childMark+"=1", "TENANTRY_DEV=1", "TENANTRY_ADDR=127.0.0.1:0")
	c.cmd.Env = append(c.cmd.Env, pairs...)
	c.cmd.Stderr = c.stderr
	stdin, err := c.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		api, listening := regexp.MustCompile(`API +(http://\S+)/graphql`), false
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			if m := api.FindStringSubmatch(lines.Text()); m != nil && !listening {
				listening = true
				c.url = m[1]
				close(c.ready)
			}
		}
		c.err = c.cmd.Wait()
		close(c.exited)
	}()
	t.Cleanup(func() {
		c.kill()
		stdin.Close()
		if t.Failed() {
			t.Logf("process %d wrote:\n%s", c.cmd.Process.Pid, c.stderr.String())
		}
	})
	return c
}

// await waits until the program answers requests.
func (c *child) await(t *testing.T) *Main {
	t.Helper()
	select {
	case <-c.ready:
	case <-c.exited:
		t.Fatalf("the program ended: %v\n%s", c.err, c.stderr.String())
	case <-time.After(time.Minute):
		t.Fatalf("the program does not start\n%s", c.stderr.String())
	}
	return &Main{URL: c.url} // what the helpers that ask need of it
}

// kill ends the process without warning, and waits for its end.
func (c *child) kill() {
	_ = c.cmd.Process.Kill() // fails when it has ended already
	<-c.exited
}

// safeBuffer collects what a process writes while a test reads it.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// openOwner opens the database as its owner, past everything under test.
func openOwner(t *testing.T, url string) *sql.DB {
	t.Helper()
	pool, err := database.OpenPool(database.PoolConfig{URL: url, ReadTimeout: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	return pool
}

// exitCode is the code a process ended with.
func exitCode(err error) int {
	if err == nil {
		return 0
	}
	if ended, ok := errors.AsType[*exec.ExitError](err); ok {
		return ended.ExitCode()
	}
	return -1
}
