package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"
)

func serveCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Serve the API, and work its jobs",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := loadConfig(env.getenv)
			if err != nil {
				return err
			}
			m := &Main{Config: cfg, Env: env}
			if err := m.Run(cmd.Context()); err != nil {
				return errors.Join(err, m.Close())
			}
			select {
			case <-cmd.Context().Done():
				return m.Close()
			case err := <-m.Failed():
				return errors.Join(err, m.Close())
			}
		},
	}
}

// Main is the running program: what serve starts, in the order in which it
// stands here, and stops in the opposite one.
type Main struct {
	Config *Config
	Env    environment
	// URL is where the program listens, once Run has returned.
	URL string

	parts
	closers []func(context.Context) error
	failed  chan error
}

// Run starts everything and returns when requests are answered. ctx limits the
// start alone; Close ends what was started, also after an error.
func (m *Main) Run(ctx context.Context) error {
	m.failed = make(chan error, 1)
	if err := m.Config.Require(needServe); err != nil {
		return err
	}
	for _, start := range []func(context.Context) error{
		m.startRuntime,   // memory, log, traces
		m.startListener,  // so that a taken port is told at once
		m.startDatabase,  // a private PostgreSQL if need be, migrations, pools
		m.startSecret,    // after the private PostgreSQL has made the data directory
		m.startDemo,      // in development, once
		m.startSessions,  // and hear of revocations
		m.startDirectory, // and its jobs
		m.startServer,
	} {
		if err := start(ctx); err != nil {
			return err
		}
	}
	return m.banner()
}

// Failed tells of an error that ended the program while it ran.
func (m *Main) Failed() <-chan error { return m.failed }

// Close stops taking requests and jobs, lets those that run finish, and ends
// the database if the program started it.
func (m *Main) Close() error {
	var errs []error
	for i := len(m.closers) - 1; i >= 0; i-- {
		errs = append(errs, m.closers[i](context.Background()))
	}
	m.closers = nil
	return errors.Join(errs...)
}

func (m *Main) onClose(fn func(context.Context) error) { m.closers = append(m.closers, fn) }
