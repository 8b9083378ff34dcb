package devpg

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// system lays out programs below a root; a target makes it a symbolic link.
func system(t *testing.T, files map[string]string) finder {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, target := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if target != "" {
			err = os.Symlink(filepath.Join(root, target), path)
		} else {
			err = os.WriteFile(path, nil, 0o755)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return finder{
		root: root, goos: "linux", euid: 1000,
		getenv: func(k string) string {
			if k == "PATH" {
				return filepath.Join(root, "path")
			}
			return ""
		},
		major: func(_ context.Context, dir string) (int, error) {
			if v := pathVersion(dir); v != 0 {
				return v, nil
			}
			return 16, nil
		},
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	both := func(dirs ...string) map[string]string {
		m := map[string]string{}
		for _, d := range dirs {
			m[d+"/postgres"], m[d+"/initdb"] = "", ""
		}
		return m
	}
	linked := both("usr/lib/postgresql/14/bin", "usr/lib/postgresql/15/bin")
	linked["path/postgres"] = "usr/lib/postgresql/14/bin/postgres"
	half := both("usr/pgsql-16/bin")
	half["usr/lib/postgresql/17/bin/postgres"] = ""

	tests := map[string]struct {
		files map[string]string
		pgBin string
		want  int
		dir   string
		err   string
	}{
		"newest by number":      {files: both("usr/lib/postgresql/9.6/bin", "usr/lib/postgresql/15/bin", "usr/lib/postgresql/16/bin"), dir: "usr/lib/postgresql/16/bin"},
		"the data's version":    {files: both("usr/lib/postgresql/15/bin", "usr/lib/postgresql/16/bin"), want: 15, dir: "usr/lib/postgresql/15/bin"},
		"link in PATH":          {files: linked, dir: "usr/lib/postgresql/14/bin"},
		"initdb missing":        {files: half, dir: "usr/pgsql-16/bin"},
		"Homebrew":              {files: both("opt/homebrew/opt/postgresql@14/bin", "opt/homebrew/opt/postgresql@17/bin"), dir: "opt/homebrew/opt/postgresql@17/bin"},
		"PG_BIN wins":           {files: both("path", "mine"), pgBin: "mine", dir: "mine"},
		"PG_BIN and no others":  {files: both("path"), pgBin: "mine", err: "does not hold"},
		"too old":               {files: both("usr/lib/postgresql/12/bin"), err: "13 or newer"},
		"data of a newer one":   {files: both("usr/lib/postgresql/15/bin"), want: 17, err: "made by version 17"},
		"none":                  {err: "sudo apt-get install -y postgresql"},
		"relative PATH ignored": {files: map[string]string{"etc/os-release": ""}, err: "PostgreSQL is not installed"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := system(t, tt.files)
			if tt.pgBin != "" {
				tt.pgBin = filepath.Join(f.root, tt.pgBin)
			}
			dir, err := f.find(t.Context(), tt.pgBin, tt.want)
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Fatalf("error %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(filepath.Join(f.root, tt.dir), dir); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestInstallCommand(t *testing.T) {
	t.Parallel()
	tests := []struct{ release, goos, want string }{
		{"ID=ubuntu\nID_LIKE=debian\n", "linux", "sudo apt-get install -y postgresql postgresql-contrib"},
		{"ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "linux", "sudo dnf install -y postgresql-server postgresql-contrib"},
		{"NAME=Fedora\nID=fedora\n", "linux", "sudo dnf install -y postgresql-server postgresql-contrib"},
		{"ID=alpine\n", "linux", "sudo apk add postgresql postgresql-contrib"},
		{"", "darwin", "brew install postgresql@17"},
	}
	for _, tt := range tests {
		f := system(t, nil)
		f.goos = tt.goos
		if err := os.MkdirAll(f.root+"/etc", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.root+"/etc/os-release", []byte(tt.release), 0o644); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, f.installCommand()); diff != "" {
			t.Errorf("%q: %s", tt.release, diff)
		}
		_, err := f.find(t.Context(), "", 0)
		if !errors.Is(err, ErrNotInstalled) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v does not name the command", tt.release, err)
		}
	}
}

func TestFindBinariesHere(t *testing.T) {
	t.Parallel()
	dir, err := FindBinaries("", os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	if !executable(filepath.Join(dir, "initdb")) {
		t.Errorf("no initdb in %s", dir)
	}
}

func TestDefaultDir(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		if got := DefaultDir(os.Getenv); got != "/var/lib/tenantry" {
			t.Errorf("root's directory is %s", got)
		}
		return
	}
	home := t.TempDir()
	env := map[string]string{"HOME": home}
	getenv := func(k string) string { return env[k] }
	if diff := cmp.Diff(filepath.Join(home, ".local/state/tenantry"), DefaultDir(getenv)); diff != "" {
		t.Error(diff)
	}
	env["XDG_STATE_HOME"] = "/state"
	if diff := cmp.Diff("/state/tenantry", DefaultDir(getenv)); diff != "" {
		t.Error(diff)
	}
	env["XDG_STATE_HOME"], env["HOME"] = "", "/nonexistent"
	if got := DefaultDir(getenv); !strings.HasPrefix(got, os.TempDir()) {
		t.Errorf("without a home: %s", got)
	}
}
