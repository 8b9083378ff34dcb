package usage

import (
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
)

// statement is SQL in the making: text with numbers of parameters, and the
// parameters. The first is always the reseller.
type statement struct{ args []any }

// arg names a parameter.
func (b *statement) arg(value any) string {
	b.args = append(b.args, value)
	return "$" + strconv.Itoa(len(b.args))
}

// reseller is the parameter that every table is limited by.
func (b *statement) reseller(v *authz.Viewer) string {
	if len(b.args) == 0 {
		return b.arg(v.ResellerID)
	}
	return "$1"
}

func (b *statement) ids(ids []uuid.UUID) string { return b.arg(pq.Array(ids)) + "::uuid[]" }

// reach is the condition that rows of an organization, in its account, are
// within a reach: authz.Reach.Covers in SQL. A customer's own people are kept
// to their account besides.
func (b *statement) reach(v *authz.Viewer, r authz.Reach, organization, account string) string {
	var text strings.Builder
	if !v.Staff() {
		text.WriteString(" AND " + account + " = " + b.arg(v.AccountID))
	}
	if r.Everything() || !v.Staff() && r.Account && len(r.Except) == 0 {
		return text.String()
	}
	text.WriteString(" AND CASE")
	when := func(column string, ids []uuid.UUID, then string) {
		if len(ids) > 0 {
			text.WriteString(" WHEN " + column + " = ANY(" + b.ids(ids) + ") THEN " + then)
		}
	}
	for _, column := range []string{organization, account} {
		when(column, r.Except, "FALSE")
		when(column, r.Organizations, "TRUE")
	}
	if r.Account {
		when(account, []uuid.UUID{v.AccountID}, "TRUE")
	}
	when(account, []uuid.UUID{uuid.Nil}, "FALSE") // so that there is one
	text.WriteString(" ELSE " + strings.ToUpper(strconv.FormatBool(r.Root)) + " END")
	return text.String()
}

// pieces reads the sums of parts, of organizations that are there, with the
// month or the day as period.
func (b *statement) pieces(v *authz.Viewer, parts []part, by Period, organizations []uuid.UUID, metrics []string, within func(table string) string) string {
	reseller := b.reseller(v)
	limits := ""
	if organizations != nil {
		limits += " AND r.organization_id = ANY(" + b.ids(organizations) + ")"
	}
	if metrics != nil {
		limits += " AND r.metric = ANY(" + b.arg(pq.Array(metrics)) + "::text[])"
	}
	if within != nil {
		limits += within("r")
	}
	limits += " AND NOT EXISTS (SELECT FROM organizations AS o WHERE o.reseller_id = " + reseller +
		" AND o.id = r.organization_id AND o.status = 'DELETED')"
	texts := make([]string, len(parts))
	for i, p := range parts {
		period := "r.period"
		if by == Month && p.grain == "DAY" {
			period = "date_trunc('month', r.period)::date"
		}
		texts[i] = "SELECT r.organization_id, r.metric, " + period + " AS period, r.quantity, r.records FROM usage_rollups AS r WHERE r.reseller_id = " +
			reseller + " AND r.grain = '" + p.grain + "' AND r.period BETWEEN " + b.arg(p.from) + "::date AND " + b.arg(p.to) + "::date" + limits
	}
	return strings.Join(texts, " UNION ALL ")
}
