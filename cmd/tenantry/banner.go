package main

import (
	"fmt"
	"text/tabwriter"

	"tenantry/authz"
	"tenantry/console"
)

// banner says where everything is, and in development who can sign in.
func (m *Main) banner() error {
	out := tabwriter.NewWriter(m.Env.stdout, 0, 0, 2, ' ', 0)
	if !m.Config.Dev {
		fmt.Fprintf(out, "tenantry listens on %s\n", m.URL)
		return out.Flush()
	}
	fmt.Fprintf(out, "\nTenantry is running.\n\n")
	if console.Built() {
		fmt.Fprintf(out, "  Console\t%s%s/\n", m.Config.PublicURL, console.Path)
	} else {
		fmt.Fprint(out, "  Console\tnot in this binary: \"make console\", which needs npm, builds it\n")
	}
	fmt.Fprintf(out, "  API\t%s/graphql\n", m.Config.PublicURL)
	fmt.Fprintf(out, "  Playground\t%s/playground\n", m.Config.PublicURL)
	if m.mailbox != nil {
		fmt.Fprintf(out, "  Mailbox\t%s/dev/mailbox\n", m.Config.PublicURL)
	}
	if m.store.server != nil {
		fmt.Fprintf(out, "  Database\tprivate PostgreSQL in %s\n", m.store.server.Dir())
	}
	fmt.Fprintf(out, "\nDemo accounts, all with the password %s:\n\n", m.Config.DemoPassword.Reveal())
	if err := out.Flush(); err != nil {
		return err
	}
	for _, p := range personas(m.Config) {
		fmt.Fprintf(out, "  %s\t%s\t%s\n", p.Email, p.Role, p.Organization)
	}
	fmt.Fprint(out, "\nCtrl-C stops everything; the data stays.\n\n")
	return out.Flush()
}

// persona is a demo account as the Playground's sign-in bar reads it.
type persona struct {
	Email        string `json:"email"`
	Password     string `json:"password"`
	Role         string `json:"role"`
	Organization string `json:"organization"`
}

func personas(cfg *Config) []persona {
	names := map[string]string{}
	for _, r := range authz.SystemRoles() {
		names[r.Key] = r.UIName
	}
	var list []persona
	for _, a := range demoAccounts() {
		list = append(list, persona{
			Email: a.email, Password: cfg.DemoPassword.Reveal(), Role: names[a.role], Organization: a.where,
		})
	}
	return list
}
