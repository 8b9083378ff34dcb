package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tenantry/internal/commerce"
	"tenantry/internal/database"
)

func creditsCommand(env environment) *cobra.Command {
	cmd := &cobra.Command{Use: "credits", Short: "Look after the ledger of communication credits", Args: cobra.NoArgs, RunE: helpOnly}
	cmd.AddCommand(&cobra.Command{
		Use:   "check",
		Short: "Compare balances with their entries; fails when one is wrong",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return checkCredits(cmd.Context(), env) },
	})
	return cmd
}

// checkCredits looks at the ledger of every reseller. It mends nothing: what is
// wrong in a ledger is for people to find out.
func checkCredits(ctx context.Context, env environment) error {
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
			drift, err := commerce.CreditDrift(ctx, d.Write, id)
			if err != nil {
				return err
			}
			if drift.OK() {
				continue
			}
			wrong++
			fmt.Fprintf(env.stdout, "reseller %s: %d balances are not the sum of their entries, %d movements do not add up to zero, %d balances on entries do not continue\n",
				id, drift.Balances, drift.Movements, drift.Entries)
		}
		fmt.Fprintf(env.stdout, "%d resellers, %d with a wrong ledger\n", len(resellers), wrong)
		if wrong > 0 {
			return errors.New("the ledger of credits is wrong")
		}
		return nil
	})
}
