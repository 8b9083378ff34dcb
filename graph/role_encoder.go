package graph

import (
	"strconv"

	"tenantry/ent/db"
)

// roleLeaves are the columns of roles.
var roleLeaves = map[string]leaf[db.Role]{
	"id":                func(b []byte, o *db.Role) []byte { return appendText(b, o.GlobalID()) },
	"key":               func(b []byte, o *db.Role) []byte { return appendText(b, o.Key) },
	"name":              func(b []byte, o *db.Role) []byte { return appendText(b, o.Name) },
	"description":       func(b []byte, o *db.Role) []byte { return appendText(b, o.Description) },
	"family":            func(b []byte, o *db.Role) []byte { return appendText(b, string(o.Family)) },
	"system":            func(b []byte, o *db.Role) []byte { return strconv.AppendBool(b, o.System) },
	"version":           func(b []byte, o *db.Role) []byte { return appendInt(b, o.Version) },
	"twoFactorRequired": func(b []byte, o *db.Role) []byte { return strconv.AppendBool(b, o.TwoFactorRequired) },
}
