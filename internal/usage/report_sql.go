package usage

import (
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/reportschedule"
)

// question is the statement of a report in the making. Its rows end with what
// they are sorted by: sorted, id and more.
type question struct {
	*statement
	viewer        *authz.Viewer
	scope         scope
	organizations []uuid.UUID
	from, to      time.Time // days
	today         time.Time
	begin, end    time.Time // instants: end is the first one after the last day
}

func (q question) text(kind Kind) string {
	switch kind {
	case reportschedule.KindORGANIZATION_ACTIVITY:
		return q.activity()
	case reportschedule.KindUSERS_AND_LOGINS:
		return q.users()
	case reportschedule.KindCREDITS:
		return q.credits()
	default:
		return q.usage()
	}
}

// instant shows a time as the API does.
func instant(column string) string {
	return "to_char(" + column + ` AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

// about is the condition on the organizations that are told about: there, asked
// for and within the scope.
func (q question) about() string {
	text := "o.reseller_id = $1 AND o.status <> 'DELETED'"
	if len(q.organizations) > 0 {
		text += " AND o.id = ANY(" + q.ids(q.organizations) + ")"
	}
	return text + q.statement.within(q.viewer, q.scope, "o.id", "o.account_id")
}

// signIns are the sign-ins of the period, grouped.
func (q question) signIns(begin, end, columns, by string) string {
	return "(SELECT " + columns + " FROM audit_events AS e WHERE e.reseller_id = $1 AND e.action = 'session.created' AND e.created_at >= " +
		begin + " AND e.created_at < " + end + " GROUP BY " + by + ")"
}

func (q question) activity() string {
	begin, end := q.arg(q.begin), q.arg(q.end)
	return "SELECT o.id AS organization_id, o.name, o.kind, o.status, " + instant("o.created_at") + ", o.user_count, coalesce(n.added, 0), coalesce(l.people, 0), coalesce(l.times, 0), " +
		instant("o.last_activity_at") + ", o.sort_name AS sorted, o.id AS id, '' AS more FROM organizations AS o" +
		" LEFT JOIN (SELECT u.organization_id, count(*) AS added FROM users AS u WHERE u.reseller_id = $1 AND u.status <> 'DELETED' AND u.created_at >= " +
		begin + " AND u.created_at < " + end + " GROUP BY u.organization_id) AS n ON n.organization_id = o.id" +
		" LEFT JOIN " + q.signIns(begin, end, "e.organization_id, count(*) AS times, count(DISTINCT e.actor_id) AS people", "e.organization_id") +
		" AS l ON l.organization_id = o.id WHERE " + q.about()
}

func (q question) users() string {
	begin, end := q.arg(q.begin), q.arg(q.end)
	return "SELECT u.id AS user_id, u.display_name, u.email, o.id AS organization_id, o.name, u.status, " + instant("u.created_at") + ", " + instant("u.last_login_at") +
		", coalesce(l.times, 0), u.sort_name AS sorted, u.id AS id, '' AS more FROM users AS u" +
		" JOIN organizations AS o ON o.reseller_id = u.reseller_id AND o.id = u.organization_id" +
		" LEFT JOIN " + q.signIns(begin, end, "e.actor_id, count(*) AS times", "e.actor_id") +
		" AS l ON l.actor_id = u.id WHERE u.reseller_id = $1 AND u.status <> 'DELETED' AND " + q.about()
}

// credits reckons backwards from the balance, so that it reads no entry from
// before the period.
func (q question) credits() string {
	begin, end := q.arg(q.begin), q.arg(q.end)
	within := func(kind string) string {
		return "coalesce(sum(c.amount) FILTER (WHERE c.created_at < " + end + kind + "), 0)"
	}
	of := func(kind string) string { return within(" AND c.type = '" + kind + "'") }
	return "SELECT o.id AS organization_id, o.name, o.credit_balance - coalesce(m.since, 0), coalesce(m.granted, 0), coalesce(m.topped, 0), coalesce(m.adjusted, 0)," +
		" coalesce(m.sms, 0), coalesce(m.calls, 0), coalesce(m.undone, 0), o.credit_balance - coalesce(m.since, 0) + coalesce(m.within, 0)," +
		" o.sort_name AS sorted, o.id AS id, '' AS more FROM organizations AS o LEFT JOIN (SELECT c.organization_id, sum(c.amount) AS since, " +
		within("") + " AS within, " + of("INITIAL_GRANT") + " AS granted, " + of("TOP_UP") + " AS topped, " + of("ADJUSTMENT") + " AS adjusted, " +
		of("SMS_USAGE") + " AS sms, " + of("CALL_USAGE") + " AS calls, " + of("REVERSAL") + " AS undone" +
		" FROM credit_entries AS c WHERE c.reseller_id = $1 AND c.ledger = 'ORGANIZATION' AND c.created_at >= " + begin +
		" GROUP BY c.organization_id) AS m ON m.organization_id = o.id WHERE " + q.about()
}

func (q question) usage() string {
	parts := split(q.from, q.to, q.today)
	return "SELECT o.id AS organization_id, o.name, p.metric, p.period::text, least(sum(p.quantity), 9223372036854775807)::bigint, sum(p.records)::bigint," +
		" o.sort_name AS sorted, o.id AS id, p.metric || p.period::text AS more FROM (" +
		q.pieces(q.viewer, parts, Month, q.organizations, nil, func(table string) string {
			return q.statement.within(q.viewer, q.scope, table+".organization_id", table+".account_id")
		}) + ") AS p JOIN organizations AS o ON o.reseller_id = $1 AND o.id = p.organization_id" +
		" GROUP BY o.id, o.name, o.sort_name, p.metric, p.period"
}
