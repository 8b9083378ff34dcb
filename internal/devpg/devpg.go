// Package devpg answers where the database comes from when nobody configured
// one: it starts a private PostgreSQL from the binaries installed on this
// machine and ends it together with the program.
//
// The server listens on a unix socket inside a directory of mode 0700 and on
// nothing else; whoever may enter that directory is trusted, so no password
// exists. Commits are acknowledged before they reach the disk
// (synchronous_commit=off, fsync=on): a power failure or a killed server may
// take the last half second of work, never the consistency of the data; a
// killed program takes nothing, its server still shuts down in order. It is meant for development, demos
// and tests.
package devpg

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"

	_ "github.com/lib/pq" // the driver that waits for the server and prepares it
)

// The names every private server has.
const (
	Owner    = "tenantry_owner" // superuser, owns the database, runs migrations
	Role     = "tenantry"       // the program's role: may log in, nothing more
	Database = "tenantry"
)

const (
	pollEvery    = 5 * time.Millisecond
	startTimeout = time.Minute
	gentleStop   = 10 * time.Second // time a SIGINT has before SIGQUIT follows
	port         = "5432"           // only names the socket file
)

// Config says where and how the server runs. The zero value is the
// development server in the default directory.
type Config struct {
	// Dir holds everything the server keeps; empty means DefaultDir. It may
	// hold files of the program too: devpg uses data, data.init, lock and run.
	Dir string
	// BinDir is the folder of initdb and postgres (PG_BIN); empty means search.
	BinDir string
	// Log receives what PostgreSQL writes to its standard error once it has
	// started; before that it goes into the error. nil drops it.
	Log io.Writer
	// Settings are server parameters (postgresql.conf names) that override
	// those of this package.
	Settings map[string]string
	// NoSync says the data may be lost: nothing is flushed to disk and the
	// server is stopped without a final checkpoint.
	NoSync bool
}

// Server is a running PostgreSQL, either started here or found running.
type Server struct {
	dir, socket string
	noSync      bool
	child       *child   // nil when another process owns the server
	lock        *os.File // held by the owner as long as the server lives

	stop    sync.Once
	stopErr error
}

// Start returns a server that accepts connections and has the two roles and
// the database. When another process already runs a server in cfg.Dir, that one
// is used and ends with its owner, not with Stop here. The context limits the
// start only.
func Start(ctx context.Context, cfg Config) (*Server, error) {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()

	who, err := serverAccount()
	if err != nil {
		return nil, err
	}
	place, err := openPlace(cfg.Dir, who)
	if err != nil {
		return nil, err
	}
	s := &Server{dir: place.dir, socket: place.socket, noSync: cfg.NoSync}

	s.lock, err = s.lockOrAttach(ctx, filepath.Join(place.dir, "lock"))
	if err != nil {
		return nil, fmt.Errorf("devpg: wait for the server in %s: %w", place.dir, err)
	}
	if s.lock == nil {
		return s, nil
	}
	if err := s.launch(ctx, cfg, place, who); err != nil {
		if s.child != nil {
			s.child.end(context.Background(), syscall.SIGQUIT)
		}
		return nil, errors.Join(err, s.lock.Close())
	}
	go func() {
		// A caller may drop the server; the lock must last as long as it runs.
		<-s.child.done
		runtime.KeepAlive(s.lock)
	}()
	return s, nil
}

// launch makes the data directory if need be and starts the server in it.
func (s *Server) launch(ctx context.Context, cfg Config, p place, who account) error {
	data := filepath.Join(p.dir, "data")
	made, err := majorOf(data)
	if err != nil {
		return err
	}
	bin, err := newFinder(os.Getenv).find(ctx, cfg.BinDir, made)
	if err != nil {
		return err
	}
	if err := who.reaches(bin); err != nil {
		return fmt.Errorf("devpg: PostgreSQL in %s: %w", bin, err)
	}
	if made == 0 {
		if err := initialize(ctx, bin, data, who); err != nil {
			return err
		}
	}
	if err := evict(ctx, data); err != nil {
		return err
	}
	if err := p.openSocketDir(who); err != nil {
		return err
	}
	args := []string{"-D", data, "-k", p.socket}
	for k, v := range settings(cfg) {
		args = append(args, "-c", k+"="+v)
	}
	death := syscall.SIGINT
	if cfg.NoSync {
		death = syscall.SIGQUIT
	}
	db, err := s.admin()
	if err != nil {
		return err
	}
	defer db.Close()
	for {
		log := &tail{}
		s.child, err = start(filepath.Join(bin, "postgres"), args, data, who, death, log)
		if err != nil {
			s.child = nil
			return fmt.Errorf("devpg: start postgres: %w", err)
		}
		st, err := s.awaitAnswer(ctx, db, log)
		switch {
		case err == nil:
			log.pass(cfg.Log)
			return prepare(ctx, db, st)
		case !strings.Contains(log.String(), "pre-existing shared memory block"):
			return err
		}
		// Session processes of a killed server are about to notice.
		if pause(ctx) != nil {
			return err
		}
	}
}

// settings merges the caller's parameters over ours.
func settings(cfg Config) map[string]string {
	m := map[string]string{
		"listen_addresses":        "",
		"port":                    port,
		"unix_socket_permissions": "0700",
		"max_connections":         "60",
		"shared_buffers":          "128MB",
		"jit":                     "off", // compiling costs more than our statements
		"synchronous_commit":      "off",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
		"log_checkpoints":         "off",
		"logging_collector":       "off",
	}
	if cfg.NoSync {
		m["fsync"] = "off"
		m["full_page_writes"] = "off"
	}
	for k, v := range cfg.Settings {
		m[k] = v
	}
	return m
}

// URL is the connection string of a database for a user, in the form lib/pq
// and psql read. Every part is named so that PG* variables cannot change it.
func (s *Server) URL(database, user string) string {
	q := url.Values{"host": {s.socket}, "port": {port}, "user": {user}, "sslmode": {"disable"}}
	u := url.URL{Scheme: "postgres", Path: "/" + database}
	// A slash is legal in a query and keeps the address readable.
	return "postgres://" + u.EscapedPath() + "?" + strings.ReplaceAll(q.Encode(), "%2F", "/")
}

// Dir is the directory the server keeps its data in.
func (s *Server) Dir() string { return s.dir }

// Shared reports that another process owns the server.
func (s *Server) Shared() bool { return s.child == nil }

// Stop ends the server and waits for it; without effect on a shared one. It
// asks for a fast shutdown first and insists after ten seconds or when the
// context ends.
func (s *Server) Stop(ctx context.Context) error {
	if s.Shared() {
		return nil
	}
	s.stop.Do(func() {
		sig := syscall.SIGINT
		if s.noSync {
			sig = syscall.SIGQUIT
		}
		if !s.child.end(ctx, sig) {
			s.stopErr = fmt.Errorf("devpg: stop postgres: process %d does not end", s.child.pid)
		}
		if filepath.Dir(s.socket) != s.dir {
			_ = os.Remove(s.socket) // tidiness only; it is found or made again
		}
		s.stopErr = errors.Join(s.stopErr, s.lock.Close())
	})
	return s.stopErr
}

// admin opens one connection of the owner to the maintenance database.
func (s *Server) admin() (*sql.DB, error) {
	db, err := sql.Open("postgres", s.URL("postgres", Owner))
	if err != nil {
		return nil, fmt.Errorf("devpg: open the maintenance database: %w", err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}
