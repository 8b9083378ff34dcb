package graph

import (
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// organizationWhere is the condition of a filter on organizations.
func organizationWhere(w *model.OrganizationWhereInput) (connection.Filter, error) {
	p := newPlace()
	f := organizationConditions(p, w)
	return f, p.fault()
}

func organizationConditions(p place, w *model.OrganizationWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	kind, status := w.Kind.Value(), w.Status.Value()
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, organizationConditions),
		p.ids("id", "id", organizationPrefix, w.ID.Value()),
		p.ids("parentId", "parent_id", organizationPrefix, w.ParentID.Value()),
		p.text("name", "sort_name", w.Name.Value(), directory.Fold),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if kind != nil {
		and = append(and, enum(p, "kind", "kind", kind.In, kind.NotIn))
	}
	if status != nil {
		and = append(and, enum(p, "status", "status", status.In, status.NotIn))
	}
	return connection.And(and...)
}
