package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"tenantry/ent/migrations"
	"tenantry/internal/database"
	"tenantry/internal/jobs"
)

func migrateCommand(env environment) *cobra.Command {
	cmd := &cobra.Command{Use: "migrate", Short: "Bring the database up to this program, or show what is missing", Args: cobra.NoArgs, RunE: helpOnly}
	cmd.AddCommand(
		&cobra.Command{
			Use:   "up",
			Short: "Apply the migrations that were not applied yet",
			Args:  cobra.NoArgs,
			RunE:  func(cmd *cobra.Command, _ []string) error { return migrateUp(cmd.Context(), env) },
		},
		&cobra.Command{
			Use:   "status",
			Short: "List the migrations, applied and pending",
			Args:  cobra.NoArgs,
			RunE:  func(cmd *cobra.Command, _ []string) error { return migrateStatus(cmd.Context(), env) },
		},
	)
	return cmd
}

func migrateUp(ctx context.Context, env environment) (err error) {
	cfg, err := loadConfig(env.getenv)
	if err != nil {
		return err
	}
	s, err := openStore(ctx, cfg, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(context.WithoutCancel(ctx))) }()
	applied, err := s.Migrate(ctx, env.now())
	for _, name := range applied {
		fmt.Fprintln(env.stdout, "applied", name)
	}
	if err == nil && len(applied) == 0 {
		fmt.Fprintln(env.stdout, "nothing to apply")
	}
	return err
}

func migrateStatus(ctx context.Context, env environment) (err error) {
	cfg, err := loadConfig(env.getenv)
	if err != nil {
		return err
	}
	s, err := openStore(ctx, cfg, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(context.WithoutCancel(ctx))) }()
	owner, err := s.Owner()
	if err != nil {
		return err
	}
	defer owner.Close()
	all, err := database.MigrationStatus(ctx, owner, migrations.Files)
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
	for _, m := range all {
		state := "pending"
		if !m.AppliedAt.IsZero() {
			state = m.AppliedAt.UTC().Format(time.RFC3339)
		}
		fmt.Fprintf(out, "%s\t%s\n", m.Name, state)
	}
	pending, err := jobs.Pending(ctx, owner)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "job tables\t%d pending\n", pending)
	return out.Flush()
}
