package devpg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// majorOf is the PostgreSQL version that made a data directory, 0 when there
// is none yet.
func majorOf(data string) (int, error) {
	b, err := os.ReadFile(filepath.Join(data, "PG_VERSION"))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("devpg: read the version of %s: %w", data, err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		return 0, fmt.Errorf("devpg: read the version of %s: %w", data, err)
	}
	return n, nil
}

// initialize makes the data directory under another name and renames it when
// it is complete, so that a crash leaves nothing half made.
func initialize(ctx context.Context, bin, data string, who account) error {
	draft := data + ".init"
	var out []byte
	for _, locale := range []string{"C.UTF-8", "C"} {
		if err := os.RemoveAll(draft); err != nil {
			return fmt.Errorf("devpg: remove an unfinished data directory: %w", err)
		}
		if err := who.mkdir(draft); err != nil {
			return err
		}
		var err error
		out, err = runInitdb(ctx, bin, draft, locale, who)
		if err == nil {
			if err := os.Rename(draft, data); err != nil {
				return fmt.Errorf("devpg: finish the data directory: %w", err)
			}
			return nil
		}
		// Not every system has C.UTF-8; C sorts the same bytes.
		if !bytes.Contains(out, []byte("locale")) || locale == "C" {
			return fmt.Errorf("devpg: initdb in %s: %w: %s", data, err, bytes.TrimSpace(out))
		}
	}
	return nil
}

func runInitdb(ctx context.Context, bin, dir, locale string, who account) ([]byte, error) {
	log := &tail{}
	c, err := start(filepath.Join(bin, "initdb"), []string{
		"-D", dir, "-A", "trust", "-E", "UTF8", "--locale=" + locale, "--no-sync", "-U", Owner,
	}, dir, who, syscall.SIGKILL, log)
	if err != nil {
		return nil, err
	}
	select {
	case <-c.done:
	case <-ctx.Done():
		c.end(ctx, syscall.SIGKILL)
		return nil, ctx.Err()
	}
	return []byte(log.String()), c.err
}
