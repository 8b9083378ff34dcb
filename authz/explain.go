package authz

import (
	"fmt"
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

// judge holds the enforcer over all rules. It seats one role set at a time.
type judge struct {
	sync.Mutex
	enforcer *casbin.Enforcer
	seated   []string
}

// Enforce is Casbin's direct answer over the whole policy. It costs tens of
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
	if j.enforcer == nil {
		e, err := newEnforcer(p.byRole, p.names)
		if err != nil {
			return err
		}
		j.enforcer = e
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
