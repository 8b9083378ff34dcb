// Package dbtest answers where a test gets a PostgreSQL database of its own:
// one private server per test process, one template built once, one clone of
// it per test.
//
// The server ends with the process however that ends, a panic or a kill
// included, and its files go with it. Nothing on it survives, so nothing is
// ever flushed to disk.
package dbtest

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lib/pq"

	"tenantry/internal/devpg"
)

// limit is how long one administrative step may take on a busy machine.
const limit = 2 * time.Minute

// cluster is the process's server and the templates built on it.
type cluster struct {
	server *devpg.Server
	admin  *sql.DB   // the owner in the maintenance database
	major  int       // PostgreSQL version
	life   io.Closer // kept open: its end is the end of the files
	serial atomic.Int64

	mu        sync.Mutex
	templates map[string]*template
}

type template struct {
	once sync.Once
	err  error
}

// shared starts the server at first use. A test process has no other owner
// for it: packages need not write a TestMain.
var shared = sync.OnceValues(open)

func get(tb testing.TB) *cluster {
	tb.Helper()
	c, err := shared()
	if err != nil {
		tb.Fatalf("dbtest: %v", err)
	}
	return c
}

// Server is the process's PostgreSQL, started at first use. Tests that break
// a server need one of their own from devpg.Start.
func Server(tb testing.TB) *devpg.Server {
	tb.Helper()
	return get(tb).server
}

// Template returns the name of a template database that build has filled,
// once per process and name; later callers wait for the first. The name tells
// contents apart, so it should carry the migrations' hash. build gets the
// owner's connection string of an empty database; connections it leaves open
// are cut.
func Template(tb testing.TB, name string, build func(ownerURL string) error) string {
	tb.Helper()
	c := get(tb)
	database := "template_" + name
	c.mu.Lock()
	t := c.templates[database]
	if t == nil {
		t = new(template)
		c.templates[database] = t
	}
	c.mu.Unlock()
	t.once.Do(func() {
		// Should build panic or leave by FailNow, the others must not take
		// the template for good.
		t.err = fmt.Errorf("build was not finished")
		t.err = c.build(database, build)
	})
	if t.err != nil {
		tb.Fatalf("dbtest: template %s: %v", name, t.err)
	}
	return database
}

func (c *cluster) build(database string, build func(ownerURL string) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	name := pq.QuoteIdentifier(database)
	if _, err := c.admin.ExecContext(ctx, "CREATE DATABASE "+name); err != nil {
		return fmt.Errorf("create: %w", err)
	}
	if err := build(c.server.URL(database, devpg.Owner)); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	// A template can be cloned only while nobody is connected to it, and a
	// closed connection's session lingers for a moment.
	if _, err := c.admin.ExecContext(ctx, "ALTER DATABASE "+name+" WITH ALLOW_CONNECTIONS false"); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	for sessions := 1; sessions > 0; {
		err := c.admin.QueryRowContext(ctx, `SELECT count(pg_terminate_backend(pid))
			FROM pg_stat_activity WHERE datname = $1`, database).Scan(&sessions)
		if err != nil {
			return fmt.Errorf("close: %w", err)
		}
	}
	return nil
}

// Database clones a template, or an empty database when template is "", and
// returns the connection strings of the owner and of the program's role. The
// clone is dropped when the test ends, whoever is still connected.
func Database(tb testing.TB, template string) (ownerURL, appURL string) {
	tb.Helper()
	c := get(tb)
	database := "t_" + strconv.FormatInt(c.serial.Add(1), 10)
	if err := c.clone(database, template); err != nil {
		tb.Fatalf("dbtest: clone %s: %v", template, err)
	}
	tb.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		if _, err := c.admin.ExecContext(ctx, "DROP DATABASE "+database+" WITH (FORCE)"); err != nil {
			tb.Errorf("dbtest: drop %s: %v", database, err)
		}
	})
	return c.server.URL(database, devpg.Owner), c.server.URL(database, devpg.Role)
}

func (c *cluster) clone(database, template string) error {
	statement := "CREATE DATABASE " + database
	if template != "" {
		statement += " TEMPLATE " + pq.QuoteIdentifier(template)
	}
	if c.major >= 15 {
		// Copying files beats logging every page when nothing is flushed.
		statement += " STRATEGY file_copy"
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	_, err := c.admin.ExecContext(ctx, statement)
	return err
}
