package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"tenantry/authz"
	"tenantry/internal/database"
	"tenantry/internal/directory"
	"tenantry/internal/jobs"
	"tenantry/internal/session"
)

func resellerCommand(env environment) *cobra.Command {
	var in directory.NewReseller
	create := &cobra.Command{
		Use:   "create",
		Short: "Make a reseller and invite its first administrator",
		Long: `Make a reseller with its built-in roles and invite its first administrator.

The link of the invitation is printed. It is mailed as well by the server, when
one runs with the same database and a mail server is configured.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return resellerCreate(cmd.Context(), env, in) },
	}
	create.Flags().StringVar(&in.Name, "name", "", "name of the reseller, as mails show it")
	create.Flags().StringVar(&in.AdminEmail, "admin-email", "", "address of the first administrator")
	for _, flag := range []string{"name", "admin-email"} {
		if err := create.MarkFlagRequired(flag); err != nil {
			panic(err) // a flag of that name stands above
		}
	}
	cmd := &cobra.Command{Use: "reseller", Short: "Manage resellers", Args: cobra.NoArgs, RunE: helpOnly}
	cmd.AddCommand(create)
	return cmd
}

func resellerCreate(ctx context.Context, env environment, in directory.NewReseller) error {
	cfg, err := loadConfig(env.getenv)
	if err != nil {
		return err
	}
	if err := cfg.Require(needReseller); err != nil {
		return err
	}
	return withStore(ctx, env, cfg, func(s *store) (err error) {
		secret := []byte(cfg.Secret.Reveal())
		if len(secret) == 0 {
			if secret, err = keptSecret(filepath.Join(cfg.dataDir(), "secret")); err != nil {
				return err
			}
		}
		db, err := database.Open(database.Config{PoolConfig: database.PoolConfig{URL: s.appURL, MaxConns: database.MinMaxConns}})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, db.Close()) }()
		client, err := jobs.New(jobs.Config{DB: db.Write}) // without workers: the server mails
		if err != nil {
			return err
		}
		policy, err := authz.Load()
		if err != nil {
			return err
		}
		sessions, err := session.New(session.Config{DB: db, Hasher: session.NewHasher(session.DefaultHashParams()), Secret: secret, Now: env.now})
		if err != nil {
			return err
		}
		service, err := newDirectory(cfg, env, db, authz.New(policy), client, sessions, secret)
		if err != nil {
			return err
		}
		link, err := service.ResellerCreate(ctx, in)
		if err != nil {
			return err
		}
		fmt.Fprintf(env.stdout, "%s was made. Its administrator %s accepts the invitation within 7 days at\n\n  %s\n\n", in.Name, in.AdminEmail, link)
		return nil
	})
}
