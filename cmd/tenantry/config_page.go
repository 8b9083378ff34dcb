package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// writeConfigPage prints docs/configuration.md.
func writeConfigPage(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`# Configuration

The program reads the environment and nothing else. A key that is missing works, or the program refuses to start and
names it. This page is printed from the struct in ` + "`cmd/tenantry/config.go`" + ` by ` + "`tenantry config --markdown`" + `.

| Key | Default | Needed by | Meaning |
|---|---|---|---|
`)
	for _, key := range new(Config).keys() {
		fallback := key.Default
		if fallback != "" {
			fallback = "`" + fallback + "`"
		}
		if key.Dev != "" {
			fallback += ", in development `" + key.Dev + "`"
		}
		doc := key.Doc
		if key.Secret {
			doc += " Never printed."
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", key.Env, fallback, strings.Join(key.Need, ", "), doc)
	}
	b.WriteString(`
"Needed by" names the commands that refuse to run without the key outside development (` + "`TENANTRY_DEV=1`" + `).

Two variables of the Go runtime are respected when they are set: ` + "`GOGC`" + ` (the program's own choice is 400) and
` + "`GOMEMLIMIT`" + ` (half of the machine's memory, or of the limit of its control group).
`)
	_, err := io.WriteString(w, b.String())
	return err
}

func configCommand(env environment) *cobra.Command {
	markdown := false
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the configuration in force, without secrets",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if markdown {
				return writeConfigPage(env.stdout)
			}
			cfg, err := loadConfig(env.getenv)
			if err != nil {
				return err
			}
			for _, key := range cfg.keys() {
				fmt.Fprintf(env.stdout, "%s=%v\n", key.Env, key.value.Interface())
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&markdown, "markdown", false, "print docs/configuration.md")
	return cmd
}
