package graph

import (
	"slices"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/internal/feature"
)

// shownChanges are the changes of a line that the viewer may read: the log
// tells nobody a value that the API keeps from him where it stands. What he
// did himself, and what was done to him, he knows.
func (r *Resolver) shownChanges(v *authz.Viewer, e *db.AuditEvent) []schema.AuditChange {
	if len(e.Changes) == 0 || knows(v, e) {
		return e.Changes
	}
	held := r.Authorizer.Permissions(v, e.OrganizationID, e.AccountID, v.RootID)
	if !meets(held, readers().objects[e.TargetType]) {
		return []schema.AuditChange{}
	}
	shown := make([]schema.AuditChange, 0, len(e.Changes))
	for _, c := range e.Changes {
		switch {
		case !meets(held, readers().fields[e.TargetType][c.Field]):
		case e.TargetType == "Organization" && c.Field == "hiddenFeatures" && !seesHidden(v):
		case e.TargetType == "Organization" && c.Field == "features":
			shown = append(shown, schema.AuditChange{Field: c.Field, Before: withoutHidden(v, c.Before), After: withoutHidden(v, c.After)})
		default:
			shown = append(shown, c)
		}
	}
	return shown
}

// shownReason is the reason of a line, for who may read what it is about.
func (r *Resolver) shownReason(v *authz.Viewer, e *db.AuditEvent) *string {
	if e.Reason == nil || knows(v, e) {
		return e.Reason
	}
	if !meets(r.Authorizer.Permissions(v, e.OrganizationID, e.AccountID, v.RootID), readers().objects[e.TargetType]) {
		return nil
	}
	return e.Reason
}

func knows(v *authz.Viewer, e *db.AuditEvent) bool {
	return e.ActorID != nil && *e.ActorID == v.UserID || e.TargetType == "User" && e.TargetID != nil && *e.TargetID == v.UserID
}

func meets(held authz.Set, anyOf []authz.Permission) bool {
	return len(anyOf) == 0 || held.HasAny(anyOf...)
}

// seesHidden reports whether the viewer sees features that a white label hides.
func seesHidden(v *authz.Viewer) bool {
	return v.Staff() || v.Impersonated() && v.Impersonation.Mode == authz.LoginAsModePartner
}

// withoutHidden leaves features out of a list of keys that the viewer's white
// label hides from him; nil when none is left.
func withoutHidden(v *authz.Viewer, keys *string) *string {
	if keys == nil || seesHidden(v) {
		return keys
	}
	left := slices.DeleteFunc(strings.Split(*keys, ", "), func(key string) bool {
		return feature.Known(key) && slices.Contains(v.Hidden, key)
	})
	if len(left) == 0 {
		return nil
	}
	return new(strings.Join(left, ", "))
}

// readable is what opens the objects of a type, and single fields of them.
type readable struct {
	objects map[string][]authz.Permission
	fields  map[string]map[string][]authz.Permission
}

// readers is what the schema asks of who reads what lines of the log are about:
// the guard of the list of a type, and the guards of its fields. Everybody
// sees an organization of his, so there the fields alone count.
var readers = sync.OnceValue(func() readable {
	s := generated.NewExecutableSchema(generated.Config{}).Schema()
	r := readable{objects: map[string][]authz.Permission{}, fields: map[string]map[string][]authz.Permission{}}
	for _, from := range []*ast.Definition{s.Types["Organization"], s.Query} {
		for _, f := range from.Fields {
			name, isList := strings.CutSuffix(f.Type.Name(), "Connection")
			if need := needed(from, f.Name); isList && name != "Organization" && len(need) > 0 {
				r.objects[name] = need
			}
		}
	}
	for name, of := range s.Types {
		if of.Kind != ast.Object {
			continue
		}
		for _, f := range of.Fields {
			if need := needed(of, f.Name); len(need) > 0 {
				if r.fields[name] == nil {
					r.fields[name] = map[string][]authz.Permission{}
				}
				r.fields[name][f.Name] = need
			}
		}
	}
	return r
})

func pointers[T any](all []T) []*T {
	to := make([]*T, len(all))
	for i := range all {
		to[i] = &all[i]
	}
	return to
}
