package contract

import (
	"fmt"
	"slices"
	"strings"
)

// RolePermissions is what one built-in role allows and denies. A denial wins
// over every other role that allows.
type RolePermissions struct {
	Allowed []string `json:"allowed"`
	Denied  []string `json:"denied"`
}

// ReadMatrix takes the table that the policy prints, roles across and
// permissions down, and gives each role's line: its key → its permissions.
func ReadMatrix(table string) (map[string]RolePermissions, error) {
	var keys []string
	roles := map[string]RolePermissions{}
	for line := range strings.Lines(table) {
		line, isRow := strings.CutPrefix(strings.TrimSpace(line), "|")
		if !isRow || strings.HasPrefix(strings.TrimSpace(line), "--") {
			continue
		}
		var cells []string
		for cell := range strings.SplitSeq(strings.TrimSuffix(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		if keys == nil {
			keys = cells[1:]
			for _, key := range keys {
				roles[key] = RolePermissions{Allowed: []string{}, Denied: []string{}}
			}
			continue
		}
		if len(cells) != len(keys)+1 {
			return nil, fmt.Errorf("contract: the matrix has %d roles, the line of %s %d", len(keys), cells[0], len(cells)-1)
		}
		permission := enumName(cells[0])
		for i, key := range keys {
			role := roles[key]
			switch cells[i+1] {
			case "":
			case "yes":
				role.Allowed = append(role.Allowed, permission)
			case "**no**":
				role.Denied = append(role.Denied, permission)
			default:
				return nil, fmt.Errorf("contract: %s for %s is %q in the matrix", cells[0], key, cells[i+1])
			}
			roles[key] = role
		}
	}
	if len(roles) == 0 {
		return nil, fmt.Errorf("contract: the matrix holds no role")
	}
	for _, role := range roles {
		slices.Sort(role.Allowed)
		slices.Sort(role.Denied)
	}
	return roles, nil
}

// enumName turns the policy's `resource.part:action` into the value of the
// Permission enum.
func enumName(cell string) string {
	return strings.ToUpper(strings.NewReplacer("`", "", ".", "_", ":", "_").Replace(cell))
}
