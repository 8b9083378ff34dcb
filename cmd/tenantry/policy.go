package main

import (
	"github.com/spf13/cobra"

	"tenantry/authz"
)

func policyCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "policy",
		Short: "Print which role holds which permission",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			policy, err := authz.Load()
			if err != nil {
				return err
			}
			return authz.WriteMatrix(env.stdout, policy)
		},
	}
}
