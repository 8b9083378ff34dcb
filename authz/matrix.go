package authz

import (
	"bufio"
	"fmt"
	"io"
)

// MatrixRow is one role with everything the policy says about it.
type MatrixRow struct {
	Role    Role
	Allowed Set // held when the role stands alone
	Denied  Set // refused whatever other role is held beside it
}

// Matrix lists every role of the policy, custom roles last. The first call asks
// Casbin for each cell, a tenth of a second; later calls share its rows.
func (p *Policy) Matrix() ([]MatrixRow, error) { return p.matrix() }

func (p *Policy) computeMatrix() ([]MatrixRow, error) {
	rows := make([]MatrixRow, 0, len(p.roles))
	for _, role := range p.roles {
		row := MatrixRow{Role: role}
		for perm := Permission(1); perm < permissionEnd; perm++ {
			x, err := p.Explain([]string{role.Key}, perm)
			if err != nil {
				return nil, fmt.Errorf("authz: matrix of %s: %w", role.Key, err)
			}
			switch x.Effect {
			case Allow:
				row.Allowed = row.Allowed.With(perm)
			case Deny:
				row.Denied = row.Denied.With(perm)
			case Unsaid:
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// WriteMatrix prints the policy as a Markdown table, one row a permission and
// one column a role.
func WriteMatrix(w io.Writer, p *Policy) error {
	rows, err := p.Matrix()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "# Roles and permissions\n\nyes: granted · **no**: denied, whatever else is held · empty: not granted\n\n| Permission |")
	for _, row := range rows {
		fmt.Fprintf(out, " %s |", row.Role.Key)
	}
	fmt.Fprint(out, "\n|---|")
	for range rows {
		fmt.Fprint(out, "---|")
	}
	fmt.Fprintln(out)
	for _, perm := range Permissions() {
		fmt.Fprintf(out, "| `%v` |", perm)
		for _, row := range rows {
			switch {
			case row.Denied.Has(perm):
				fmt.Fprint(out, " **no** |")
			case row.Allowed.Has(perm):
				fmt.Fprint(out, " yes |")
			default:
				fmt.Fprint(out, "  |")
			}
		}
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("authz: write matrix: %w", err)
	}
	return nil
}
