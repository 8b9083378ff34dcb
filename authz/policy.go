package authz

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/casbin/casbin/v2"
)

// CustomRole is a role made by a tenant. It can only allow.
type CustomRole struct {
	Key         string // the role's uuid
	Permissions []Permission
}

// Policy is one immutable version of the rules, with the table of answers
// computed from them so far. Safe for concurrent use.
type Policy struct {
	byRole map[string][]rule
	names  []string          // role index → key, system roles first
	index  map[string]uint32 // key → role index
	roles  []Role            // in the order of names
	tenant Set               // TenantPermissions, looked at by every decision

	table atomic.Pointer[map[string]Set] // encoded role set → answers; replaced, never written
	fill  sync.Mutex                     // one computation at a time

	judge  judge
	matrix func() ([]MatrixRow, error) // computed once
}

// tableLimit bounds the memory of the table: role sets beyond it start a new
// one. A set costs about a hundred bytes.
const tableLimit = 4096

// warmLimit is how many custom roles are computed while loading; the rest are
// computed when first met, in a few milliseconds each.
const warmLimit = 256

// Load reads the embedded policy, adds the custom roles and computes the table
// for every role by itself. It refuses a policy with mistakes, a custom role
// with the key of another role and permissions outside the catalogue.
func Load(custom ...CustomRole) (*Policy, error) {
	return load(policyCSV, SystemRoles(), custom)
}

func load(text string, system []Role, custom []CustomRole) (*Policy, error) {
	byRole, err := readRules(text, system)
	if err != nil {
		return nil, err
	}
	p := &Policy{byRole: byRole, roles: slices.Clone(system), tenant: TenantPermissions(), index: make(map[string]uint32, len(system)+len(custom))}
	for _, c := range custom {
		if _, taken := byRole[c.Key]; taken || c.Key == "" {
			return nil, fmt.Errorf("authz: custom role %q: the key is empty or taken", c.Key)
		}
		rules, err := c.rules()
		if err != nil {
			return nil, err
		}
		byRole[c.Key] = rules
		p.roles = append(p.roles, Role{Key: c.Key, UIName: c.Key, Family: FamilyCustom})
	}
	for i, role := range p.roles {
		p.names = append(p.names, role.Key)
		p.index[role.Key] = uint32(i) //nolint:gosec // a count of roles in memory
	}
	warm := make(map[string]Set, len(p.roles))
	for i, key := range p.names {
		if i >= len(system)+warmLimit {
			break
		}
		set, err := p.compute([]string{key})
		if err != nil {
			return nil, err
		}
		warm[string(binary.BigEndian.AppendUint32(nil, uint32(i)))] = set //nolint:gosec // as above
	}
	p.table.Store(&warm)
	p.matrix = sync.OnceValues(p.computeMatrix)
	return p, nil
}

// With is the next version of the policy, in which one custom role is as given;
// without permissions it is gone. Answers computed so far are kept: the changed
// role gets a place of its own, so none of them speaks about it. It costs a
// copy of the tables of roles and nothing that grows with the rules.
func (p *Policy) With(c CustomRole) (*Policy, error) {
	if p.builtIn(c.Key) || c.Key == "" {
		return nil, fmt.Errorf("authz: custom role %q: the key is empty or taken", c.Key)
	}
	rules, err := c.rules()
	if err != nil {
		return nil, err
	}
	next := p.again()
	next.byRole, next.index = maps.Clone(p.byRole), maps.Clone(p.index)
	delete(next.byRole, c.Key)
	delete(next.index, c.Key)
	if len(rules) == 0 {
		return next, nil
	}
	next.byRole[c.Key] = rules
	next.index[c.Key] = uint32(len(p.names)) //nolint:gosec // a count of roles in memory
	next.names = append(slices.Clone(p.names), c.Key)
	next.roles = append(slices.Clone(p.roles), Role{Key: c.Key, UIName: c.Key, Family: FamilyCustom})
	return next, nil
}

// again is another version that says the same.
func (p *Policy) again() *Policy {
	next := &Policy{byRole: p.byRole, names: p.names, index: p.index, roles: p.roles, tenant: p.tenant, matrix: p.matrix}
	next.table.Store(p.table.Load())
	return next
}

func (c CustomRole) rules() ([]rule, error) {
	rules := make([]rule, 0, len(c.Permissions))
	for _, perm := range c.Permissions {
		if !perm.Valid() {
			return nil, fmt.Errorf("authz: custom role %q: %v is not in the catalogue", c.Key, perm)
		}
		rules = append(rules, rule{c.Key, everywhere, perm.Resource(), perm.Action(), string(Allow)})
	}
	return rules, nil
}

// Roles lists the roles of this policy, custom roles last.
func (p *Policy) Roles() []Role {
	roles := make([]Role, 0, len(p.index))
	for i, role := range p.roles {
		if at, ok := p.index[role.Key]; ok && int(at) == i {
			roles = append(roles, role)
		}
	}
	return roles
}

// Known reports whether the policy has a role of this key.
func (p *Policy) Known(role string) bool { _, ok := p.index[role]; return ok }

// Allowed gives what the roles permit when held together. The answers are
// Casbin's, remembered per role set. A role the policy does not know grants
// nothing, and no roles permit nothing.
func (p *Policy) Allowed(roles ...string) Set {
	var stack [16]uint32
	set := stack[:0]
	for _, role := range roles {
		if i, ok := p.index[role]; ok {
			set = insert(set, i)
		}
	}
	return p.allowed(set)
}

// insert keeps set sorted and free of doubles.
func insert(set []uint32, i uint32) []uint32 {
	at := len(set)
	for at > 0 && set[at-1] >= i {
		at--
	}
	if at < len(set) && set[at] == i {
		return set
	}
	set = append(set, i)
	for k := len(set) - 1; k > at; k-- {
		set[k] = set[k-1]
	}
	set[at] = i
	return set
}

// allowed is Allowed for a sorted set of role indices.
func (p *Policy) allowed(set []uint32) Set {
	if len(set) == 0 {
		return Set{}
	}
	var stack [64]byte
	key := stack[:0]
	for _, i := range set {
		key = binary.BigEndian.AppendUint32(key, i)
	}
	if answers, ok := (*p.table.Load())[string(key)]; ok {
		return answers
	}
	return p.learn(string(key), slices.Clone(set))
}

// learn computes one more role set and publishes a table that has it.
func (p *Policy) learn(key string, set []uint32) Set {
	p.fill.Lock()
	defer p.fill.Unlock()
	old := *p.table.Load()
	if answers, ok := old[key]; ok {
		return answers
	}
	roles := make([]string, len(set))
	for i, role := range set {
		roles[i] = p.names[role]
	}
	answers, err := p.compute(roles)
	if err != nil {
		// Every rule was evaluated once while loading, so this cannot happen
		// by the policy; if it does, nobody gains by it.
		return Set{}
	}
	next := make(map[string]Set, len(old)+1)
	for k, v := range old {
		if len(old) < tableLimit || len(k) == 4 { // the single roles always stay
			next[k] = v
		}
	}
	next[key] = answers
	p.table.Store(&next)
	return answers
}

// compute asks Casbin about every permission. Only the rules of the roles in
// question are loaded: a rule of another role could not match, and leaving it
// out is what keeps the computation to a few milliseconds.
func (p *Policy) compute(roles []string) (Set, error) {
	e, err := newEnforcer(p.byRole, roles)
	if err != nil {
		return Set{}, err
	}
	if err := seat(e, roles); err != nil {
		return Set{}, err
	}
	var answers Set
	for perm := Permission(1); perm < permissionEnd; perm++ {
		ok, err := e.Enforce(subject, everywhere, perm.Resource(), perm.Action())
		if err != nil {
			return Set{}, fmt.Errorf("authz: enforce %v for %s: %w", perm, strings.Join(roles, "+"), err)
		}
		if ok {
			answers = answers.With(perm)
		}
	}
	return answers, nil
}

// subject stands for "whoever holds exactly these roles". The space keeps it
// apart from every role key.
const subject = "role set"

// seat ties the subject to its roles.
func seat(e *casbin.Enforcer, roles []string) error {
	ties := make([][]string, len(roles))
	for i, role := range roles {
		ties[i] = []string{subject, role, everywhere}
	}
	if _, err := e.AddGroupingPolicies(ties); err != nil {
		return fmt.Errorf("authz: seat %s: %w", strings.Join(roles, "+"), err)
	}
	return nil
}
