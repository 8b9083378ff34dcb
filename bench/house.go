package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	_ "github.com/lib/pq" // for statistics and housekeeping beside the server

	"tenantry/internal/devpg"
)

// house is a database with made-up data and a server on it, both private.
type house struct {
	dir      string
	binary   string
	pg       *devpg.Server
	owner    *sql.DB
	log      *recorder
	mails    *mailSink
	postgres int // process of the postmaster
	server   *exec.Cmd
	ended    chan error
	journal  journal
	addr     string
	token    string
}

// rolePassword is of all made-up accounts, in a database nobody can reach.
const rolePassword = "bench-" + "password"

// open starts everything and writes the data. Close must be called even after
// an error.
func (h *house) open(ctx context.Context, size dataSize, progress io.Writer) error {
	var err error
	if h.dir, err = workDir(size); err != nil {
		return err
	}
	h.log = &recorder{}
	h.pg, err = devpg.Start(ctx, devpg.Config{Dir: filepath.Join(h.dir, "pg"), Log: h.log, Settings: map[string]string{
		"shared_buffers": "512MB", "max_wal_size": "4GB", "log_line_prefix": linePrefix,
	}})
	if err != nil {
		return err
	}
	if h.postgres, err = postmaster(filepath.Join(h.pg.Dir(), "data", "postmaster.pid")); err != nil {
		return err
	}
	if h.owner, err = sql.Open("postgres", h.pg.URL(devpg.Database, devpg.Owner)); err != nil {
		return err
	}
	h.owner.SetMaxOpenConns(1)
	if h.mails, err = startMailSink(); err != nil {
		return err
	}
	seed := exec.CommandContext(ctx, h.binary, "seed", "--users", strconv.Itoa(size.users), "--organizations", strconv.Itoa(size.seeded()))
	seed.Env = h.environment("")
	seed.Stdout, seed.Stderr = progress, progress
	seed.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := seed.Run(); err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	if size.business {
		if err := h.trade(ctx, size); err != nil {
			return err
		}
	}
	// So that no run pays for what the copy left behind.
	for _, statement := range []string{"VACUUM (FREEZE, ANALYZE)", "CHECKPOINT"} {
		if _, err := h.owner.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("tidy after the copy: %w", err)
		}
	}
	if err := h.serve(ctx); err != nil {
		return err
	}
	return h.signIn(ctx)
}

// environment is a production server's: nothing of development is measured.
func (h *house) environment(addr string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + h.dir,
		"DATABASE_URL=" + h.pg.URL(devpg.Database, devpg.Role),
		"TENANTRY_MIGRATION_URL=" + h.pg.URL(devpg.Database, devpg.Owner),
		"TENANTRY_DATA_DIR=" + filepath.Join(h.dir, "state"),
		"TENANTRY_DEMO_PASSWORD=" + rolePassword,
	}
	if addr != "" {
		secret := make([]byte, 32)
		_, _ = rand.Read(secret) // never fails
		env = append(env, "TENANTRY_ADDR="+addr, "TENANTRY_PUBLIC_URL=http://"+addr,
			"TENANTRY_SECRET="+hex.EncodeToString(secret),
			"TENANTRY_SMTP_URL=smtp://"+h.mails.addr()+"?from=noreply@load.test&tls=none")
	}
	return env
}

// serve starts the server on a free port and waits until it is ready.
func (h *house) serve(ctx context.Context) error {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	h.addr = free.Addr().String()
	if err := free.Close(); err != nil {
		return err
	}
	if h.journal, err = openJournal(filepath.Join(h.dir, "server.log")); err != nil {
		return err
	}
	h.server = exec.Command(h.binary, "serve")
	h.server.Env = h.environment(h.addr)
	h.server.Stdout, h.server.Stderr = h.journal.file, h.journal.file
	h.server.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := h.server.Start(); err != nil {
		h.server = nil
		return fmt.Errorf("start the server: %w", err)
	}
	h.ended = make(chan error, 1)
	go func() { h.ended <- h.server.Wait() }()
	wait, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	every := time.NewTicker(50 * time.Millisecond)
	defer every.Stop()
	for {
		if response, err := http.Get("http://" + h.addr + "/readyz"); err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case err := <-h.ended:
			h.ended <- err
			return fmt.Errorf("the server ended: %w: %s", err, h.journal)
		case <-wait.Done():
			return fmt.Errorf("the server is not ready: %w: %s", wait.Err(), h.journal)
		case <-every.C:
		}
	}
}

// close ends everything that was started and removes the data.
func (h *house) close() error {
	var errs []error
	if h.server != nil {
		_ = h.server.Process.Signal(syscall.SIGTERM) // an error means that it ended
		select {
		case <-h.ended: //nolint:errcheck // how it ended does not matter now
		case <-time.After(20 * time.Second):
			errs = append(errs, errors.New("the server did not end when asked"), h.server.Process.Kill())
			<-h.ended //nolint:errcheck // killed
		}
	}
	if h.owner != nil {
		errs = append(errs, h.owner.Close())
	}
	if h.pg != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		errs = append(errs, h.pg.Stop(ctx))
	}
	if h.mails != nil {
		h.mails.close()
	}
	if h.dir != "" {
		errs = append(errs, os.RemoveAll(h.dir))
	}
	return errors.Join(errs...)
}

// pgbench reaches the same database the same way, by its unix socket.
func (h *house) pgbench(connections int) (pgbench, error) {
	program, err := findPgbench()
	if err != nil {
		return pgbench{}, err
	}
	address, err := url.Parse(h.pg.URL(devpg.Database, devpg.Role))
	if err != nil {
		return pgbench{}, err
	}
	return pgbench{
		path: program, socket: address.Query().Get("host"), port: address.Query().Get("port"),
		role: devpg.Role, database: devpg.Database, dir: h.dir, connections: connections,
	}, nil
}

// workDir is in memory when there is room, so that no disk is measured. The
// server's own account must be able to enter it.
func workDir(size dataSize) (string, error) {
	parent := os.TempDir()
	var fs syscall.Statfs_t
	if err := syscall.Statfs("/dev/shm", &fs); err == nil && int64(fs.Bavail)*fs.Bsize > size.bytes() {
		parent = "/dev/shm"
	}
	dir, err := os.MkdirTemp(parent, "tenantry-bench-")
	if err != nil {
		return "", fmt.Errorf("make a directory for the data: %w", err)
	}
	return dir, os.Chmod(dir, 0o711)
}

// postmaster reads the process from the first line of a postmaster.pid.
func postmaster(path string) (int, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, fmt.Errorf("find the postmaster: %w", err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		return 0, fmt.Errorf("find the postmaster: %w", err)
	}
	return pid, nil
}
