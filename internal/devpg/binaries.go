package devpg

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
)

// oldest is the first PostgreSQL version that knows all we use.
const oldest = 13

// ErrNotInstalled says that no usable PostgreSQL was found; the error around
// it names the command that installs one.
var ErrNotInstalled = errors.New("PostgreSQL is not installed")

// FindBinaries returns the folder that holds both postgres and initdb. It
// looks at pgBin or, when that is empty, at PG_BIN and then nowhere else;
// without either at PATH and at the places Debian, Fedora, Alpine and Homebrew
// use, newest version first.
func FindBinaries(pgBin string, getenv func(string) string) (string, error) {
	return newFinder(getenv).find(context.Background(), pgBin, 0)
}

// finder searches a file system below root, "" being the real one.
type finder struct {
	root   string
	goos   string
	euid   int
	getenv func(string) string
	major  func(ctx context.Context, dir string) (int, error)
}

func newFinder(getenv func(string) string) finder {
	return finder{goos: runtime.GOOS, euid: os.Geteuid(), getenv: getenv, major: askMajor}
}

// find returns the first folder of version want, or of any version we can use
// when want is 0.
func (f finder) find(ctx context.Context, pgBin string, want int) (string, error) {
	if pgBin == "" {
		pgBin = f.getenv("PG_BIN")
	}
	dirs := f.candidates()
	if pgBin != "" {
		dir, ok := complete(filepath.Join(pgBin, "postgres"))
		if !ok {
			return "", fmt.Errorf("devpg: PG_BIN %s does not hold postgres and initdb", pgBin)
		}
		dirs = []string{dir}
	}
	var seen error
	for _, dir := range dirs {
		got, err := f.major(ctx, dir)
		switch {
		case err != nil:
			seen = errors.Join(seen, err)
		case want != 0 && got != want:
			seen = errors.Join(seen, fmt.Errorf("%s has version %d, the data was made by version %d: install that version, or remove the data directory to begin afresh", dir, got, want))
		case got < oldest:
			seen = errors.Join(seen, fmt.Errorf("%s has version %d, %d or newer is needed", dir, got, oldest))
		default:
			return dir, nil
		}
	}
	if seen != nil {
		return "", fmt.Errorf("devpg: no usable PostgreSQL: %w", seen)
	}
	return "", fmt.Errorf("devpg: %w; install it with: %s (or set DATABASE_URL)", ErrNotInstalled, f.installCommand())
}

// candidates are the folders with both programs, best first, each once.
func (f finder) candidates() []string {
	var dirs []string
	add := func(postgres string) {
		if dir, ok := complete(postgres); ok && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	for _, p := range filepath.SplitList(f.getenv("PATH")) {
		if filepath.IsAbs(p) {
			add(filepath.Join(p, "postgres"))
		}
	}
	for _, patterns := range [][]string{
		{"/usr/lib/postgresql/*/bin"},        // Debian, Ubuntu
		{"/usr/pgsql-*/bin"},                 // Fedora and relatives, the project's own packages
		{"/usr/libexec/postgresql*"},         // Alpine
		{"/usr/bin", "/usr/local/pgsql/bin"}, // Fedora, Arch; from source
		{"/opt/homebrew/opt/postgresql@*/bin", // Homebrew
			"/usr/local/opt/postgresql@*/bin"},
		{"/opt/homebrew/bin", "/usr/local/bin"},
	} {
		var found []string
		for _, p := range patterns {
			m, _ := filepath.Glob(f.root + p) // the patterns are well formed
			found = append(found, m...)
		}
		slices.SortStableFunc(found, func(a, b string) int { return cmp.Compare(pathVersion(b), pathVersion(a)) })
		for _, dir := range found {
			add(filepath.Join(dir, "postgres"))
		}
	}
	return dirs
}

// complete returns the folder of a postgres program when initdb stands beside
// it, following a symbolic link (often only postgres is linked into PATH).
func complete(postgres string) (string, bool) {
	target, err := filepath.EvalSymlinks(postgres)
	if err != nil {
		return "", false
	}
	for _, dir := range []string{filepath.Dir(target), filepath.Dir(postgres)} {
		if executable(filepath.Join(dir, "postgres")) && executable(filepath.Join(dir, "initdb")) {
			return dir, true
		}
	}
	return "", false
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}

// pathVersion is the version in a folder's name, 0 without one.
func pathVersion(dir string) int {
	m := regexp.MustCompile(`postgresql[@/]?(\d+)|pgsql-(\d+)`).FindStringSubmatch(dir)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1] + m[2])
	return n
}

// askMajor asks the program itself.
func askMajor(ctx context.Context, dir string) (int, error) {
	out, err := exec.CommandContext(ctx, filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("version of PostgreSQL in %s: %w", dir, err)
	}
	m := regexp.MustCompile(`\) (\d+)`).FindSubmatch(out)
	if m == nil {
		return 0, fmt.Errorf("version of PostgreSQL in %s: unknown answer %q", dir, out)
	}
	return strconv.Atoi(string(m[1]))
}
