package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"tenantry/internal/database"
	"tenantry/internal/session"
)

func seedCommand(env environment) *cobra.Command {
	var demo bool
	load := bulk{reseller: "Load"}
	cmd := &cobra.Command{
		Use:   "seed",
		Short: "Write made-up data: the demo, or as many users as you like",
		Long: `Write made-up data, always the same.

  tenantry seed --demo
  tenantry seed --users 1000000 --organizations 1000 --reseller Load

The second form makes a reseller of its own, whose administrator is
admin@ its name in small letters .test. All made-up accounts have the
password TENANTRY_DEMO_PASSWORD.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if demo == (load.users > 0) {
				return errors.New("seed: say either --demo or --users N --organizations M")
			}
			cfg, err := loadConfig(env.getenv)
			if err != nil {
				return err
			}
			return withStore(cmd.Context(), env, cfg, func(s *store) error {
				owner, err := s.Owner()
				if err != nil {
					return err
				}
				defer owner.Close()
				hash, err := demoHash(cmd.Context(), cfg)
				if err != nil {
					return err
				}
				if demo {
					return seedDemo(cmd.Context(), owner, env.now(), hash, env.stdout)
				}
				return load.write(cmd.Context(), owner, env, hash)
			})
		},
	}
	cmd.Flags().BoolVar(&demo, "demo", false, "write the demo resellers")
	cmd.Flags().IntVar(&load.users, "users", 0, "number of users")
	cmd.Flags().IntVar(&load.organizations, "organizations", 100, "number of customers they are spread over")
	cmd.Flags().StringVar(&load.reseller, "reseller", load.reseller, "name of the reseller to make for them")
	return cmd
}

// demoHash hashes the one password of all made-up accounts.
func demoHash(ctx context.Context, cfg *Config) (string, error) {
	return session.NewHasher(session.DefaultHashParams()).Hash(ctx, cfg.DemoPassword.Reveal())
}

// seedDemo writes the demo unless it is there. Two programs may try at once.
func seedDemo(ctx context.Context, owner *sql.DB, now time.Time, hash string, out io.Writer) error {
	for _, build := range []func(time.Time, string) *tenant{demoTenant, rivalTenant} {
		t := build(now, hash)
		users := len(t.users)
		written, err := t.create(ctx, owner)
		if err != nil {
			return fmt.Errorf("seed %s: %w", t.name, err)
		}
		if written {
			fmt.Fprintf(out, "wrote %s: %d users\n", t.name, users)
		} else {
			fmt.Fprintf(out, "%s is there already\n", t.name)
		}
	}
	return nil
}

// demoSeeded tells whether the demo is there.
func demoSeeded(ctx context.Context, db *sql.DB) (there bool, err error) {
	err = db.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM resellers WHERE id = $1)", newChance(demoReseller).id()).Scan(&there)
	if err != nil {
		return false, fmt.Errorf("look for demo data: %w", err)
	}
	return there, nil
}

// create writes the reseller and everything built so far in one transaction,
// unless the reseller is there already.
func (t *tenant) create(ctx context.Context, owner *sql.DB) (written bool, err error) {
	tx, err := owner.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	// Another program that does the same waits here, and then finds the row.
	result, err := tx.ExecContext(ctx, `INSERT INTO resellers (id, created_at, updated_at, version, name, root_organization_id)
		VALUES ($1, $2, $2, 1, $3, $4) ON CONFLICT (id) DO NOTHING`, t.reseller, t.root.CreatedAt, t.name, t.root.ID)
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	if err := t.rows.write(ctx, tx); err != nil {
		return false, err
	}
	if err := t.writeVisits(ctx, tx); err != nil {
		return false, err
	}
	if err := t.writeBilling(ctx, tx); err != nil {
		return false, err
	}
	if err := t.writeOwned(ctx, tx); err != nil {
		return false, err
	}
	if err := t.writeStates(ctx, tx); err != nil {
		return false, err
	}
	if err := database.RecountIn(ctx, tx, t.reseller, t.today); err != nil {
		return false, err
	}
	return true, tx.Commit()
}
