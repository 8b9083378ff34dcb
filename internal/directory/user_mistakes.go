package directory

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"tenantry/internal/fault"
)

// createFields are the fields of UserCreateInput, updateFields those of
// UserUpdateInput, in the order in which their mistakes are told.
func createFields() []string {
	return []string{"primaryTenant", "email", "firstName", "lastName", "displayName", "phone", "externalId", "timezone", "locale", "avatarUrl",
		"credentialMode", "resellerRole", "userType", "access", "roleIds", "modules", "subAccountIds", "message", "idempotencyKey"}
}

func updateFields() []string {
	return []string{"expectedVersion", "firstName", "lastName", "displayName", "phone", "timezone", "locale", "externalId", "avatarUrl", "userType"}
}

// inOrder sorts refusals by the fields of the input, whose argument paths at
// gives; those of other arguments come first. A value that is there and wrong
// is not said to be missing as well.
func inOrder(errs fault.Refusals, at func(field string) string, fields []string) fault.Refusals {
	paths := make([]string, len(fields))
	for i, field := range fields {
		paths[i] = at(field)
	}
	place := func(r fault.Refusal) int {
		path := strings.Join(r.Path, ".")
		return slices.IndexFunc(paths, func(p string) bool { return path == p || strings.HasPrefix(path, p+".") })
	}
	var list fault.Refusals
	for _, r := range errs {
		others := slices.ContainsFunc(errs, func(o fault.Refusal) bool { return o.Code != fault.Required && slices.Equal(o.Path, r.Path) })
		if r.Code != fault.Required || !others {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b fault.Refusal) int { return cmp.Compare(place(a), place(b)) })
	return list
}

// gather adds what an error refuses to what was refused before; any other
// error stands alone and is answered.
func gather(found *fault.Refusals, err error) error {
	if more, ok := errors.AsType[fault.Refusals](err); ok {
		*found = append(*found, more...)
		return nil
	}
	return err
}

// inputField is the path of a field of the one input.
func inputField(field string) string { return "input." + field }
