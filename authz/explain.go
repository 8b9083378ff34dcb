package authz

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/casbin/casbin/v2"
)

// Effect is what a rule does when it matches.
type Effect string

// The effects of the policy. Unsaid means that no rule speaks: a refusal too.
const (
	Allow  Effect = "allow"
	Deny   Effect = "deny"
	Unsaid Effect = ""
)

// Explanation is Casbin's answer with its reason.
type Explanation struct {
	Allowed bool
	Role    string // the role whose rule decided, empty when none spoke
	Effect  Effect // the effect of that rule
	Rule    string // "resource:action" as the deciding rule writes it
}

// judge holds the enforcer over the built-in rules and those of the custom
// roles it was asked about last: with the rules of ten thousand custom roles,
// every answer would take a look at each. It seats one role set at a time.
type judge struct {
	sync.Mutex
	enforcer *casbin.Enforcer
	custom   []string // whose rules are in the enforcer
	seated   []string
}

// Enforce is Casbin's direct answer over the built-in rules. It costs tens of
// microseconds and takes a lock: requests use Allowed, which tests hold against
// this.
func (p *Policy) Enforce(roles []string, perm Permission) (bool, error) {
	x, err := p.Explain(roles, perm)
	return x.Allowed, err
}

// Explain is Enforce with the role that decided: the first that denied or, when
// none did, the first that allowed.
func (p *Policy) Explain(roles []string, perm Permission) (Explanation, error) {
	if !perm.Valid() {
		return Explanation{}, fmt.Errorf("authz: explain: %v is not in the catalogue", perm)
	}
	known := make([]string, 0, len(roles))
	for _, role := range roles {
		if p.Known(role) && !slices.Contains(known, role) {
			known = append(known, role)
		}
	}
	if len(known) == 0 {
		return Explanation{}, nil
	}
	slices.Sort(known)
	p.judge.Lock()
	defer p.judge.Unlock()
	if err := p.judge.seat(p, known); err != nil {
		return Explanation{}, err
	}
	ok, why, err := p.judge.enforcer.EnforceEx(subject, everywhere, perm.Resource(), perm.Action())
	if err != nil {
		return Explanation{}, fmt.Errorf("authz: enforce %v: %w", perm, err)
	}
	x := Explanation{Allowed: ok}
	if len(why) == 5 {
		x.Role, x.Rule, x.Effect = why[0], why[2]+":"+why[3], Effect(why[4])
	}
	return x, nil
}

func (j *judge) seat(p *Policy, roles []string) error {
	custom := slices.DeleteFunc(slices.Clone(roles), p.builtIn)
	if j.enforcer == nil || !slices.Equal(j.custom, custom) {
		e, err := newEnforcer(p.byRole, append(slices.DeleteFunc(slices.Clone(p.names), func(key string) bool { return !p.builtIn(key) }), custom...))
		if err != nil {
			return err
		}
		j.enforcer, j.custom, j.seated = e, custom, nil
	}
	if slices.Equal(j.seated, roles) {
		return nil
	}
	j.seated = nil
	if _, err := j.enforcer.RemoveFilteredGroupingPolicy(0, subject); err != nil {
		return fmt.Errorf("authz: unseat: %w", err)
	}
	if err := seat(j.enforcer, roles); err != nil {
		return err
	}
	j.seated = roles
	return nil
}

// MatrixRow is one role with everything the policy says about it.
type MatrixRow struct {
	Role    Role
	Allowed Set // held when the role stands alone
	Denied  Set // refused whatever other role is held beside it
}

// Matrix lists the built-in roles. The first call asks Casbin for each cell, a
// tenth of a second; later calls share its rows.
func (p *Policy) Matrix() ([]MatrixRow, error) { return p.matrix() }

func (p *Policy) computeMatrix() ([]MatrixRow, error) {
	rows := make([]MatrixRow, 0, len(p.roles))
	for _, role := range p.roles {
		if role.Family == FamilyCustom {
			continue
		}
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
