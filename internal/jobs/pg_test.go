package jobs_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/lib/pq"
)

const pgBin = "/usr/lib/postgresql/15/bin/"

var (
	pgDir  string
	dbNext atomic.Int64
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	base, err := os.MkdirTemp("/dev/shm", "jobs-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(base)
	u, err := user.Lookup("postgres")
	if err != nil {
		panic(err)
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	if err := os.Chown(base, uid, gid); err != nil {
		panic(err)
	}
	command := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(pgBin+name, args...)
		cmd.Dir = base
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
		return cmd
	}
	data := filepath.Join(base, "data")
	if out, err := command("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync").CombinedOutput(); err != nil {
		panic(string(out))
	}
	server := command("postgres", "-D", data, "-k", base, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "autovacuum=off")
	if err := server.Start(); err != nil {
		panic(err)
	}
	defer func() {
		_ = server.Process.Signal(syscall.SIGINT)
		_ = server.Wait()
	}()
	pgDir = base
	admin, err := open("postgres")
	if err != nil {
		panic(err)
	}
	defer admin.Close()
	for range 400 {
		if err = admin.Ping(); err == nil {
			return m.Run()
		}
		time.Sleep(10 * time.Millisecond)
	}
	panic(err)
}

func open(name string) (*sql.DB, error) {
	c, err := pq.NewConnector(fmt.Sprintf("host=%s user=postgres dbname=%s sslmode=disable connect_timeout=5", pgDir, name))
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(c), nil
}

func newDB(t *testing.T) *sql.DB {
	t.Helper()
	name := fmt.Sprintf("t%d", dbNext.Add(1))
	admin, err := open("postgres")
	if err != nil {
		t.Fatal(err)
	}
	defer admin.Close()
	if _, err := admin.ExecContext(context.Background(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	db, err := open(name)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(6)
	t.Cleanup(func() { _ = db.Close() })
	return db
}
