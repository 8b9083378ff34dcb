package devpg_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tenantry/internal/devpg"
)

// folder is a directory the server's user may enter, which t.TempDir is not
// when root runs the tests.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "devpg-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o711); err != nil {
		t.Fatal(err)
	}
	return dir
}

func start(t *testing.T, cfg devpg.Config) *devpg.Server {
	t.Helper()
	began := time.Now()
	s, err := devpg.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("started in %v", time.Since(began).Round(time.Millisecond))
	t.Cleanup(func() { stop(t, s) })
	return s
}

func stop(t *testing.T, s *devpg.Server) {
	t.Helper()
	if err := s.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}

func exec(t *testing.T, url string, statements ...string) error {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			return err
		}
	}
	return nil
}

func value[T any](t *testing.T, url, query string) T {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var v T
	if err := db.QueryRowContext(t.Context(), query).Scan(&v); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return v
}

func postmaster(t *testing.T, dir string) int {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "data", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(b), "\n")
	pid, err := strconv.Atoi(first)
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

func TestStartTwiceKeepsData(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), "state")
	s := start(t, devpg.Config{Dir: dir})
	owner, app := s.URL(devpg.Database, devpg.Owner), s.URL(devpg.Database, devpg.Role)
	if err := exec(t, owner, "CREATE TABLE note (n int)", "INSERT INTO note VALUES (42)",
		"GRANT SELECT ON note TO "+devpg.Role, "CREATE EXTENSION pg_trgm"); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"SHOW listen_addresses":   "",
		"SHOW synchronous_commit": "off",
		"SHOW fsync":              "on",
		"SHOW jit":                "off",
		"SHOW max_connections":    "60",
		"SHOW server_encoding":    "UTF8",
		"SHOW timezone":           "UTC",
		"SELECT current_user":     devpg.Role,
		"SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user":                   "false",
		"SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()": devpg.Owner,
	} {
		if got := value[string](t, app, query); got != want {
			t.Errorf("%s = %q, want %q", query, got, want)
		}
	}
	stop(t, s)
	stop(t, s) // without effect
	if _, err := os.Stat(filepath.Join(dir, "data", "postmaster.pid")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("postmaster.pid after Stop: %v", err)
	}

	again := start(t, devpg.Config{Dir: dir})
	if got := value[int](t, again.URL(devpg.Database, devpg.Role), "SELECT n FROM note"); got != 42 {
		t.Errorf("note after a restart = %d, want 42", got)
	}
}

func TestSecondUserAttaches(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	owner := start(t, devpg.Config{Dir: dir, NoSync: true})
	guest := start(t, devpg.Config{Dir: dir, NoSync: true})
	if owner.Shared() || !guest.Shared() {
		t.Fatalf("shared: first %v, second %v; want false, true", owner.Shared(), guest.Shared())
	}
	stop(t, guest)
	if got := value[int](t, owner.URL(devpg.Database, devpg.Role), "SELECT 1"); got != 1 {
		t.Error("the guest stopped the owner's server")
	}
}

func TestManyStartersOneServer(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	type result struct {
		s   *devpg.Server
		err error
	}
	results := make(chan result)
	const starters = 4
	for range starters {
		go func() {
			s, err := devpg.Start(t.Context(), devpg.Config{Dir: dir, NoSync: true})
			results <- result{s, err}
		}()
	}
	owners := 0
	for range starters {
		r := <-results
		if r.err != nil {
			t.Error(r.err)
			continue
		}
		t.Cleanup(func() { stop(t, r.s) })
		if !r.s.Shared() {
			owners++
		}
	}
	if owners != 1 {
		t.Errorf("%d owners, want 1", owners)
	}
}

func TestStartAfterCrash(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := start(t, devpg.Config{Dir: dir})
	url := s.URL(devpg.Database, devpg.Owner)
	if err := exec(t, url, "CREATE TABLE note (n int)", "CHECKPOINT"); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(postmaster(t, dir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	stop(t, s)
	pidFile := filepath.Join(dir, "data", "postmaster.pid")
	if _, err := os.Stat(pidFile); err != nil {
		t.Fatalf("a killed server leaves its file: %v", err)
	}
	again := start(t, devpg.Config{Dir: dir})
	if got := value[int](t, again.URL(devpg.Database, devpg.Owner), "SELECT count(*) FROM note"); got != 0 {
		t.Errorf("rows = %d, want 0", got)
	}
	stop(t, again)

	// The number in the file now belongs to a stranger: this test.
	if err := os.WriteFile(pidFile, []byte(strconv.Itoa(os.Getpid())+"\n"+filepath.Join(dir, "data")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	start(t, devpg.Config{Dir: dir})
}

func TestUnfinishedDataDirectory(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	draft := filepath.Join(dir, "data.init")
	if err := os.MkdirAll(filepath.Join(draft, "base"), 0o700); err != nil {
		t.Fatal(err)
	}
	start(t, devpg.Config{Dir: dir, NoSync: true})
	if _, err := os.Stat(draft); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the draft is still there: %v", err)
	}
}

func TestLongDirectory(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), strings.Repeat("long, and with a comma ", 5))
	s := start(t, devpg.Config{Dir: dir, NoSync: true})
	url := s.URL(devpg.Database, devpg.Role)
	if !strings.Contains(url, "host=/tmp/tenantry-") {
		t.Errorf("url = %s, want a socket below /tmp", url)
	}
	if got := value[int](t, url, "SELECT 1"); got != 1 {
		t.Error("no answer")
	}
}

func TestStartRefuses(t *testing.T) {
	t.Parallel()
	closed := filepath.Join(folder(t), "closed")
	if err := os.Mkdir(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	newer := folder(t)
	if err := os.Mkdir(filepath.Join(newer, "data"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(newer, "data", "PG_VERSION"), []byte("99\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		cfg  devpg.Config
		root bool
		want string
	}{
		"root's closed directory": {devpg.Config{Dir: filepath.Join(closed, "state")}, true, "may not enter"},
		"a file":                  {devpg.Config{Dir: "/etc/passwd"}, true, "is not a directory"},
		"empty PG_BIN":            {devpg.Config{Dir: folder(t), BinDir: "/nonexistent"}, false, "PG_BIN /nonexistent"},
		"data of another version": {devpg.Config{Dir: newer}, false, "made by version 99"},
		"an unknown setting":      {devpg.Config{Dir: folder(t), Settings: map[string]string{"colour": "red"}}, false, "colour"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if tt.root && os.Geteuid() != 0 {
				t.Skip("for root")
			}
			s, err := devpg.Start(t.Context(), tt.cfg)
			if err == nil {
				stop(t, s)
				t.Fatal("started")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q, want it to mention %q", err, tt.want)
			}
		})
	}
}

func TestCanceledStartLeavesNothing(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if s, err := devpg.Start(ctx, devpg.Config{Dir: dir}); err == nil {
		stop(t, s)
		t.Skip("this machine starts in 50 ms")
	}
	start(t, devpg.Config{Dir: dir, NoSync: true}) // the lock is free, the draft is no hindrance
}
