package directory

import (
	"strings"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/rule"
)

// Fold is rule.Fold.
func Fold(s string) string { return rule.Fold(s) }

// SearchText is what free search looks in: the parts folded, each once.
func SearchText(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		p = Fold(strings.TrimSpace(p))
		if p == "" || strings.Contains(b.String(), p) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}

// UserSearchText is the search text of a user.
func UserSearchText(displayName, firstName, lastName, email string) string {
	return SearchText(displayName, firstName+" "+lastName, email)
}

// Ranks of the main role, the most powerful first; they are stored, so a new
// one goes between and none is renumbered.
const (
	rankNone int16 = 99
)

// RoleRank is the seniority of a user's main role: the reseller role, else the
// user type, else the access of the membership.
func RoleRank(role *user.ResellerRole, kind *user.UserType, access membership.ClientAccess) int16 {
	switch {
	case role != nil:
		return map[user.ResellerRole]int16{
			user.ResellerRoleRESELLER_ADMIN: 10, user.ResellerRoleRESELLER_SUPPORT: 12, user.ResellerRoleRESELLER_VIEWER: 14,
		}[*role]
	case kind != nil:
		return map[user.UserType]int16{
			user.UserTypeTENANT_ADMIN: 30, user.UserTypeBOT_ADMIN: 40, user.UserTypeSUPERVISOR: 42,
			user.UserTypeAGENT: 44, user.UserTypeANALYST: 46, user.UserTypeVIEWER: 48,
		}[*kind]
	case access == membership.ClientAccessADMIN:
		return 32
	case access == membership.ClientAccessUSER:
		return 50
	}
	return rankNone
}
