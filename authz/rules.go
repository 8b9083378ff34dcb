package authz

import (
	_ "embed" // the policy travels inside the binary
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
)

//go:embed model.conf
var modelConf string

//go:embed policy.csv
var policyCSV string

// everywhere is the domain of every rule. An assignment has its own domain and
// has been matched with the target before the rules are asked.
const everywhere = "*"

// rule is one p line without the p.
type rule struct{ role, domain, object, action, effect string }

func (r rule) line() []string { return []string{r.role, r.domain, r.object, r.action, r.effect} }

// readRules reads and checks policy text. A line that could never match, a role
// nobody knows and a role without a line are mistakes and refused: silence in a
// policy looks exactly like a decision.
func readRules(text string, roles []Role) (map[string][]rule, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comment = '#'
	reader.TrimLeadingSpace = true
	reader.FieldsPerRecord = 6
	lines, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("authz: read policy: %w", err)
	}
	byRole := make(map[string][]rule, len(roles))
	for _, role := range roles {
		byRole[role.Key] = nil
	}
	var faults []error
	for _, f := range lines {
		r := rule{f[1], f[2], f[3], f[4], f[5]}
		if err := r.check(f[0], byRole); err != nil {
			faults = append(faults, err)
			continue
		}
		byRole[r.role] = append(byRole[r.role], r)
	}
	for _, role := range roles {
		if len(byRole[role.Key]) == 0 {
			faults = append(faults, fmt.Errorf("authz: policy has no line for role %q", role.Key))
		}
	}
	return byRole, errors.Join(faults...)
}

func (r rule) check(kind string, known map[string][]rule) error {
	switch _, ok := known[r.role]; {
	case kind != "p":
		return fmt.Errorf("authz: policy line %v: want kind p", r.line())
	case !ok:
		return fmt.Errorf("authz: policy line %v: unknown role", r.line())
	case r.domain != everywhere:
		return fmt.Errorf("authz: policy line %v: the domain of a system role is *", r.line())
	case r.effect != string(Allow) && r.effect != string(Deny):
		return fmt.Errorf("authz: policy line %v: effect is allow or deny", r.line())
	}
	for p := Permission(1); p < permissionEnd; p++ {
		if starMatch(r.object, p.Resource()) && starMatch(r.action, p.Action()) {
			return nil
		}
	}
	return fmt.Errorf("authz: policy line %v: matches no permission", r.line())
}

// starMatch is only for the check above; decisions use Casbin's keyMatch.
func starMatch(pattern, s string) bool {
	prefix, isPrefix := strings.CutSuffix(pattern, "*")
	return pattern == s || isPrefix && strings.HasPrefix(s, prefix)
}

// newEnforcer builds a Casbin enforcer over the rules of the given roles.
func newEnforcer(byRole map[string][]rule, roles []string) (*casbin.Enforcer, error) {
	m, err := model.NewModelFromString(modelConf)
	if err != nil {
		return nil, fmt.Errorf("authz: read model: %w", err)
	}
	for _, role := range roles {
		for _, r := range byRole[role] {
			if err := m.AddPolicy("p", "p", r.line()); err != nil {
				return nil, fmt.Errorf("authz: add rule %v: %w", r.line(), err)
			}
		}
	}
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		return nil, fmt.Errorf("authz: new enforcer: %w", err)
	}
	return e, nil
}
