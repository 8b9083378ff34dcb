package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tenantry/internal/database"
)

func countersCommand(env environment) *cobra.Command {
	cmd := &cobra.Command{Use: "counters", Short: "Compare the kept numbers of users and organizations with their count, or mend them", Args: cobra.NoArgs, RunE: helpOnly}
	cmd.AddCommand(
		&cobra.Command{
			Use:   "check",
			Short: "Compare; fails when a counter is wrong",
			Args:  cobra.NoArgs,
			RunE:  func(cmd *cobra.Command, _ []string) error { return counters(cmd.Context(), env, false) },
		},
		&cobra.Command{
			Use:   "repair",
			Short: "Count anew where a counter is wrong; the server may go on meanwhile",
			Args:  cobra.NoArgs,
			RunE:  func(cmd *cobra.Command, _ []string) error { return counters(cmd.Context(), env, true) },
		},
	)
	return cmd
}

// counters looks at every reseller and mends what is wrong if it may.
func counters(ctx context.Context, env environment, repair bool) error {
	cfg, err := loadConfig(env.getenv)
	if err != nil {
		return err
	}
	return withStore(ctx, env, cfg, func(s *store) (err error) {
		d, err := database.Open(database.Config{PoolConfig: database.PoolConfig{URL: s.appURL, MaxConns: database.MinMaxConns}})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, d.Close()) }()
		resellers, err := d.Resellers(ctx)
		if err != nil {
			return err
		}
		wrong := 0
		for _, id := range resellers {
			drift, err := database.Drift(ctx, d.Write, id)
			if err != nil {
				return err
			}
			if drift == 0 {
				continue
			}
			fmt.Fprintf(env.stdout, "reseller %s: %d counters are wrong\n", id, drift)
			if wrong++; !repair {
				continue
			}
			if err := database.Recount(ctx, d.Write, id, env.now()); err != nil {
				return err
			}
			fmt.Fprintf(env.stdout, "reseller %s: counted anew\n", id)
		}
		fmt.Fprintf(env.stdout, "%d resellers, %d with wrong counters\n", len(resellers), wrong)
		if wrong > 0 && !repair {
			return errors.New("counters are wrong; run counters repair")
		}
		return nil
	})
}
