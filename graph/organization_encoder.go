package graph

import "tenantry/ent/db"

// organizationLeaves are the columns of organizations that every viewer of one
// may read; the guarded ones are left to gqlgen.
var organizationLeaves = map[string]leaf[db.Organization]{
	"id":        func(b []byte, o *db.Organization) []byte { return appendText(b, o.GlobalID()) },
	"version":   func(b []byte, o *db.Organization) []byte { return appendInt(b, o.Version) },
	"name":      func(b []byte, o *db.Organization) []byte { return appendText(b, o.Name) },
	"kind":      func(b []byte, o *db.Organization) []byte { return appendText(b, string(o.Kind)) },
	"status":    func(b []byte, o *db.Organization) []byte { return appendText(b, string(o.Status)) },
	"createdAt": func(b []byte, o *db.Organization) []byte { return appendTime(b, o.CreatedAt) },
	"updatedAt": func(b []byte, o *db.Organization) []byte { return appendTime(b, o.UpdatedAt) },
}
