package dbtest_test

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tenantry/internal/dbtest"
	"tenantry/internal/devpg"
)

func connect(t testing.TB, url string) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// notes builds a table the program's role may use, and leaves its connection
// open as a careless builder would.
func notes(t testing.TB) func(ownerURL string) error {
	return func(ownerURL string) error {
		_, err := connect(t, ownerURL).Exec(`CREATE TABLE note (n int);
			GRANT SELECT, INSERT ON note TO ` + devpg.Role)
		return err
	}
}

func TestDatabasesAreApart(t *testing.T) {
	t.Parallel()
	for i := range 6 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			template := dbtest.Template(t, "notes", notes(t))
			began := time.Now()
			owner, app := dbtest.Database(t, template)
			t.Logf("cloned in %v", time.Since(began).Round(time.Millisecond))
			db := connect(t, app) // left open: the drop must not mind
			var n int
			err := db.QueryRow("WITH i AS (INSERT INTO note VALUES ($1)) SELECT count(*) FROM note", i).Scan(&n)
			if err != nil || n != 0 {
				t.Errorf("rows before ours = %d, %v; want 0", n, err)
			}
			if _, err := db.Exec("DROP TABLE note"); err == nil {
				t.Error("the program's role may drop a table")
			}
			if _, err := connect(t, owner).Exec("DROP TABLE note"); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTemplateIsBuiltOnce(t *testing.T) {
	t.Parallel()
	var built atomic.Int32
	name := fmt.Sprintf("once_%d", time.Now().UnixNano()) // -count runs us again
	t.Run("all", func(t *testing.T) {
		for i := range 4 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				dbtest.Template(t, name, func(string) error {
					built.Add(1)
					return nil
				})
			})
		}
	})
	if got := built.Load(); got != 1 {
		t.Errorf("built %d times, want once", got)
	}
}

func TestDatabaseIsDropped(t *testing.T) {
	t.Parallel()
	var url string
	t.Run("inner", func(t *testing.T) { url, _ = dbtest.Database(t, "") })
	db := connect(t, url)
	defer db.Close()
	if err := db.Ping(); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("after the test: %v", err)
	}
}

func TestServerOutlivesCollection(t *testing.T) {
	t.Parallel()
	dir := dbtest.Server(t).Dir()
	for range 3 {
		runtime.GC() // closes every file that is held by nobody
	}
	owner, _ := dbtest.Database(t, "")
	db := connect(t, owner)
	defer db.Close()
	if err := db.Ping(); err != nil {
		t.Error(err)
	}
	if s, err := devpg.Start(t.Context(), devpg.Config{Dir: dir}); err != nil || !s.Shared() {
		t.Errorf("the directory's lock was lost: %v", err)
	}
}

func TestServerIsFast(t *testing.T) {
	t.Parallel()
	db := connect(t, dbtest.Server(t).URL("postgres", devpg.Role))
	defer db.Close()
	for _, name := range []string{"fsync", "full_page_writes", "synchronous_commit", "autovacuum"} {
		var v string
		if err := db.QueryRow("SELECT current_setting($1)", name).Scan(&v); err != nil || v != "off" {
			t.Errorf("%s = %q, %v; want off", name, v, err)
		}
	}
}

const helper = "DBTEST_TEST_HELPER"

// TestHelperPanics is not a test: it is the other process of TestNothingStays.
func TestHelperPanics(t *testing.T) {
	if os.Getenv(helper) == "" {
		t.Skip("only as a helper process")
	}
	fmt.Printf("dir=%s\n", dbtest.Server(t).Dir())
	panic("on purpose")
}

func TestNothingStays(t *testing.T) {
	t.Parallel()
	cmd := exec.Command(os.Args[0], "-test.run=^TestHelperPanics$")
	cmd.Env = append(os.Environ(), helper+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var dir string
	for s := bufio.NewScanner(out); s.Scan(); {
		if d, ok := strings.CutPrefix(s.Text(), "dir="); ok {
			dir = d
		}
	}
	if err := cmd.Wait(); err == nil || dir == "" {
		t.Fatalf("helper: %v, directory %q; want a panic after a start", err, dir)
	}
	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for limit := time.Now().Add(30 * time.Second); ; <-poll.C {
		if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
			return
		}
		if time.Now().After(limit) {
			t.Fatalf("%s is still there", dir)
		}
	}
}

func BenchmarkDatabase(b *testing.B) {
	template := dbtest.Template(b, "bench", notes(b))
	for b.Loop() {
		dbtest.Database(b, template)
	}
}
