// Package main answers what the program tenantry is made of: the verbs of its
// command line, its configuration, and the list of parts that serve starts.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// environment is what the program takes from the process it runs in.
type environment struct {
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks for an orderly end, a second one does not wait.
	context.AfterFunc(ctx, stop)
	env := environment{stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, now: wallClock}
	if err := command(env).ExecuteContext(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "tenantry:", err)
		os.Exit(1)
	}
}

// command is the command line: one verb a file.
func command(env environment) *cobra.Command {
	root := &cobra.Command{
		Use:               "tenantry",
		Version:           version(),
		Short:             "User and access management for resellers, their customers and sub-accounts",
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	root.AddCommand(
		serveCommand(env),
		migrateCommand(env),
		seedCommand(env),
		resellerCommand(env),
		countersCommand(env),
		creditsCommand(env),
		schemaCommand(env),
		policyCommand(env),
		configCommand(env),
	)
	return root
}

// version is what the program was built from, as Go has it: the tag, or the
// day and the commit.
func version() string {
	if build, ok := debug.ReadBuildInfo(); ok && build.Main.Version != "" {
		return build.Main.Version
	}
	return "unknown"
}

// wallClock is the program's time, to the millisecond: what is stored is then
// what the API prints, and a printed instant finds its row again.
func wallClock() time.Time { return time.Now().Truncate(time.Millisecond) }

// helpOnly is a command that only has others below it: a mistyped one fails,
// so that a script does not go on without it.
func helpOnly(cmd *cobra.Command, _ []string) error { return cmd.Help() }
