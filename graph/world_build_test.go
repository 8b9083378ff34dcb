package graph_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/migrations"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/directory"
	"tenantry/internal/jobs"
	"tenantry/internal/session"
)

// worldTemplate is the database that every test clones: the world, and a table
// of the names of what is in it.
func worldTemplate(t testing.TB) string {
	t.Helper()
	return dbtest.Template(t, "graph_world", func(ownerURL string) error {
		ctx := context.Background()
		owner, err := sql.Open("postgres", ownerURL)
		if err != nil {
			return err
		}
		defer owner.Close()
		if _, err := database.Migrate(ctx, owner, migrations.Files, epoch()); err != nil {
			return err
		}
		if err := jobs.Migrate(ctx, owner); err != nil {
			return err
		}
		d, err := database.Open(database.Config{PoolConfig: database.PoolConfig{URL: ownerURL, StatementCache: true}})
		if err != nil {
			return err
		}
		defer d.Close()
		b := &builder{TB: t, db: d, names: map[string]string{}, ids: map[string]uuid.UUID{}}
		b.build(owner)
		return nil
	})
}

// builder writes the rows of the world.
type builder struct {
	testing.TB
	ctx    context.Context // scoped to the reseller in work
	db     *database.DB
	hash   string
	names  map[string]string    // name in scenarios → id or token
	ids    map[string]uuid.UUID // the same for keys
	orgs   map[string]*db.Organization
	roles  map[string]uuid.UUID
	tenant tenantRows
}

func (b *builder) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatalf("build the world: %v", err)
	}
}

func (b *builder) exec(query string, args ...any) {
	b.Helper()
	_, err := b.db.Write.ExecContext(b.ctx, query, args...)
	b.must(err)
}

// name remembers a record under prefix.name.
func (b *builder) name(prefix, name string, id uuid.UUID) uuid.UUID {
	b.names[prefix+"."+name], b.ids[prefix+"."+name] = schema.GlobalID(prefix, id), id
	return id
}

func (b *builder) build(owner *sql.DB) {
	var err error
	b.ctx = context.Background()
	b.hash, err = cheapHasher().Hash(b.ctx, password)
	b.must(err)
	for _, t := range []tenantRows{meridian(), rival()} {
		b.tenant = t
		b.reseller()
		for _, p := range t.people {
			b.person(p)
		}
		for _, i := range t.invitations {
			b.invitation(i)
		}
		b.credits()
		b.must(database.Recount(b.ctx, b.db.Write, b.ids["res."+t.organizations[0].name], epoch()))
	}
	b.must(b.signIn())
	b.log()
	b.work()
	b.mails()
	b.passkeys()
	b.owned()
	b.visits()
	b.exec(`CREATE TABLE names (name text PRIMARY KEY, value text NOT NULL)`)
	for name, value := range b.names {
		b.exec(`INSERT INTO names VALUES ($1, $2)`, name, value)
	}
}

// reseller writes the reseller, its organizations and its roles.
func (b *builder) reseller() {
	rows, since := b.tenant.organizations, epoch().Add(-700*day)
	id, root := schema.NewID(), schema.NewID()
	b.name("res", rows[0].name, id)
	b.ctx = database.WithReseller(context.Background(), id)
	b.exec(`INSERT INTO resellers (id, name, root_organization_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)`,
		id, b.tenant.reseller, root, since)
	b.orgs, b.roles = map[string]*db.Organization{}, map[string]uuid.UUID{}
	byName := map[string]organizationRow{}
	for i, o := range rows {
		byName[o.name] = o
		key := root
		if i > 0 {
			key = schema.NewID()
		}
		slug := strings.ToLower(strings.Fields(o.title)[0])
		c := b.db.Client().Organization.Create().SetID(b.name("org", o.name, key)).SetKind(o.kind(byName)).
			SetName(o.title).SetSortName(directory.Fold(o.title)).SetLegalName(o.title + " Ltd").SetAddress("1 " + slug + " Street").
			SetContactName("Contact of " + o.title).SetContactEmail("office@" + slug + ".test").SetPhone("+4930901820").
			SetTags([]string{slug}).SetSearchText(directory.SearchText(o.title, o.title+" Ltd", "Contact of "+o.title, "office@"+slug+".test")).
			SetFeatures(features(o.name)).SetCreatedAt(since).SetUpdatedAt(since)
		account, path := key, key.String()+"/"
		if parent := b.orgs[o.parent]; parent != nil {
			c.SetParentID(parent.ID)
			path = parent.Path + path
			if parent.Kind == organization.KindCUSTOMER {
				account = parent.ID
			}
		}
		if o.seats > 0 {
			c.SetSeatLimit(o.seats)
		}
		if o.suspended {
			c.SetStatus(organization.StatusSUSPENDED)
		}
		saved, err := c.SetAccountID(account).SetPath(path).Save(b.ctx)
		b.must(err)
		b.orgs[o.name] = saved
	}
	system := directory.SystemRoleRows(b.db.Client(), id, root, since)
	for i, r := range authz.SystemRoles() {
		saved, err := system[i].Save(b.ctx)
		b.must(err)
		b.roles[r.Key] = b.name("role", strings.TrimPrefix(rows[0].name+"."+r.Key, "root."), saved.ID)
	}
	for _, o := range rows {
		if o.parent == rows[0].name {
			b.customRole(o.name)
		}
	}
}

// customRole gives a customer a role of its own.
func (b *builder) customRole(customer string) {
	at := b.orgs[customer]
	r, err := b.db.Client().Role.Create().SetOrganizationID(at.ID).SetAccountID(at.AccountID).
		SetKey("helpdesk").SetName("Helpdesk of " + at.Name).SetDescription("Looks people up.").SetFamily(role.FamilyCUSTOM).
		SetCreatedAt(at.CreatedAt).SetUpdatedAt(at.CreatedAt).Save(b.ctx)
	b.must(err)
	b.name("role", customer+".helpdesk", r.ID)
	b.must(b.db.Client().RolePermission.Create().SetAccountID(at.AccountID).SetRoleID(r.ID).
		SetPermission(authz.TenantUserRead.Name()).SetCreatedAt(at.CreatedAt).Exec(b.ctx))
}

func (b *builder) person(p personRow) {
	at, since, client := b.orgs[p.org], epoch().Add(-300*day), b.db.Client()
	status := p.status
	if status == "" {
		status = user.StatusACTIVE
	}
	var reseller *user.ResellerRole
	var kind *user.UserType
	if main := strings.ToUpper(p.role); strings.HasPrefix(main, "RESELLER_") {
		reseller = (*user.ResellerRole)(&main)
	} else if main != "" {
		kind = (*user.UserType)(&main)
	}
	display, key := p.first+" "+p.last, strings.ToLower(p.email)
	id := b.name("user", p.name, schema.NewID())
	c := client.User.Create().SetID(id).SetOrganizationID(at.ID).SetAccountID(at.AccountID).SetStatus(status).
		SetNillableResellerRole(reseller).SetNillableUserType(kind).SetRoleRank(directory.RoleRank(reseller, kind, p.member)).
		SetCreatedAt(since).SetUpdatedAt(since)
	if status == user.StatusDELETED {
		c.SetEmail("").SetEmailKey("").SetDisplayName("").SetSortName("").SetSearchText("").SetDeletedAt(since.Add(day))
	} else {
		c.SetEmail(p.email).SetEmailKey(key).SetFirstName(p.first).SetLastName(p.last).SetDisplayName(display).
			SetSortName(directory.Fold(display)).SetSearchText(directory.UserSearchText(display, p.first, p.last, p.email))
	}
	if status == user.StatusACTIVE || status == user.StatusSUSPENDED {
		c.SetPasswordHash(b.hash).SetEmailVerifiedAt(since).SetTermsVersion("1").SetTermsAcceptedAt(since)
	}
	if status == user.StatusSUSPENDED {
		c.SetSuspendedAt(epoch().Add(-10 * day)).SetSuspensionMotive(user.SuspensionMotiveON_LEAVE).SetSuspensionReason("Back in summer.").
			SetSuspendedBy(b.ids["user."+b.tenant.people[0].name])
	}
	b.must(c.Exec(b.ctx))
	if status != user.StatusDELETED {
		b.must(client.LoginDirectory.Create().SetID(id).SetOwnerResellerID(at.ResellerID).SetOrganizationID(at.ID).
			SetEmailKey(key).SetVerified(status != user.StatusPENDING).SetCreatedAt(since).Exec(b.ctx))
	}
	for _, key := range p.also {
		b.must(client.RoleAssignment.Create().SetUserID(id).SetRoleID(b.roles[key]).SetOrganizationID(at.ID).
			SetAccountID(at.AccountID).SetCreatedAt(since).Exec(b.ctx))
	}
	if p.member != "" {
		b.membership(p, at, id, status)
	}
}

func (b *builder) membership(p personRow, at *db.Organization, id uuid.UUID, status user.Status) {
	client, since := b.db.Client(), epoch().Add(-300*day)
	member := b.name("mem", p.name, schema.NewID())
	m := client.Membership.Create().SetID(member).SetUserID(id).SetOrganizationID(at.ID).SetAccountID(at.AccountID).
		SetClientAccess(p.member).SetCreatedAt(since).SetUpdatedAt(since)
	switch status {
	case user.StatusDELETED:
		m.SetStatus(membership.StatusREMOVED).SetEndedAt(since.Add(day))
	case user.StatusPENDING:
	default:
		m.SetJoinedAt(since)
	}
	b.must(m.Exec(b.ctx))
	if p.name != "client_user" {
		return
	}
	b.must(client.ModuleGrant.Create().SetAccountID(at.AccountID).SetMembershipID(member).SetModule("CAMPAIGNS").SetCreatedAt(since).Exec(b.ctx))
	b.must(client.SubAccountGrant.Create().SetAccountID(at.AccountID).SetMembershipID(member).
		SetOrganizationID(b.ids["org.harbor.north"]).SetCreatedAt(since).Exec(b.ctx))
}

// invitation writes the invitation of a person, with a token the test knows:
// what the token stands for is read from the hash in the row.
func (b *builder) invitation(i invitationRow) {
	at := slices.IndexFunc(b.tenant.people, func(p personRow) bool { return p.name == i.name })
	p, org := b.tenant.people[at], b.orgs[b.tenant.people[at].org]
	id, sent := b.name("inv", i.name, schema.NewID()), epoch().Add(-i.sent)
	raw := append(append(append([]byte{}, org.ResellerID[:]...), id[:]...), []byte("the tests know the secret of it.")...)
	token := "tnti_" + base64.RawURLEncoding.EncodeToString(raw)
	hash := sha256.Sum256([]byte(token))
	b.names["link."+i.name] = token
	c := b.db.Client().Invitation.Create().SetID(id).SetOrganizationID(org.ID).SetAccountID(org.AccountID).
		SetUserID(b.ids["user."+i.name]).SetEmail(p.email).SetEmailKey(strings.ToLower(p.email)).SetTokenHash(hash[:]).
		SetInvitedBy(b.ids["user."+i.by]).SetStatus(invitation.Status(i.state)).SetExpiresAt(sent.Add(directory.InvitationTTL)).
		SetLastSentAt(sent).SetCreatedAt(sent).SetUpdatedAt(sent)
	switch i.state {
	case "ACCEPTED":
		c.SetAcceptedAt(sent.Add(day))
	case "REVOKED":
		c.SetRevokedAt(sent.Add(day)).SetRevokedBy(b.ids["user."+i.by])
	}
	b.must(c.Exec(b.ctx))
}

// signIn opens a session for every persona as the product does, then takes
// back what signing in leaves besides.
func (b *builder) signIn() error {
	b.ctx = context.Background()
	s, err := session.New(session.Config{DB: b.db, Hasher: cheapHasher(), Secret: secret(), Now: epoch})
	if err != nil {
		return err
	}
	for _, p := range append(meridian().people, rival().people...) {
		if p.persona {
			result, err := s.SignIn(b.ctx, session.SignInInput{Email: p.email, Password: password, IP: "192.0.2.7", UserAgent: "Firefox/140 on Windows"})
			if err != nil {
				return err
			}
			b.name("ses", p.name, result.Session.ID)
			b.names["token."+p.name] = result.Token
		}
		login := sql.NullTime{Time: epoch().Add(-p.login), Valid: p.login > 0}
		b.exec(`UPDATE users SET last_login_at = $2, last_activity_at = $2 WHERE id = $1`, b.ids["user."+p.name], login)
	}
	b.exec(`DELETE FROM audit_events`)
	b.exec(`DELETE FROM sign_in_throttles`)
	return nil
}

// log writes one line of the audit log about each kind of place.
func (b *builder) log() {
	for i, at := range []struct{ name, res, org, account, actor string }{
		{"root", "root", "root", "root", "admin"},
		{"harbor", "root", "harbor", "harbor", "tenant_admin"},
		{"mill", "root", "mill", "mill", "mill_admin"},
		{"rival", "rival.root", "rival.customer", "rival.customer", "rival_user"},
	} {
		id, now := schema.NewID(), epoch().Add(-day)
		b.name("aud", at.name, id)
		p := b.find(at.actor)
		b.exec(`INSERT INTO audit_events (id, reseller_id, account_id, organization_id, created_at, action, actor_id, actor_name, actor_email,
			target_type, target_id, target_name, changes, request_id) VALUES ($1, $2, $3, $4, $5, 'world.made', $6, $7, $8, 'User', $6, $7, '[]', 'world')`,
			id, b.ids["res."+at.res], b.ids["org."+at.account], b.ids["org."+at.org], now.Add(time.Duration(i)*time.Minute),
			b.ids["user."+at.actor], p.first+" "+p.last, p.email)
	}
}

// work writes a job that is over, with an item, for one person of each place.
func (b *builder) work() {
	for _, at := range []struct{ name, res, org, user, about string }{
		{"root", "root", "root", "admin", "support"},
		{"mill", "root", "mill", "mill_admin", "mill_agent"},
		{"rival", "rival.root", "rival.customer", "rival_user", "rival_user"},
	} {
		id, asked := schema.NewID(), epoch().Add(-2*day)
		b.name("job", at.name, id)
		b.exec(`INSERT INTO jobs (id, reseller_id, account_id, organization_id, user_id, kind, status, input, total, done, created_at, finished_at)
			VALUES ($1, $2, $3, $3, $4, 'USERS_BULK_CHANGE', 'SUCCEEDED', '{}', 1, 1, $5, $5)`,
			id, b.ids["res."+at.res], b.ids["org."+at.org], b.ids["user."+at.user], asked)
		b.exec(`INSERT INTO job_items (id, reseller_id, account_id, job_id, position, target_id, label, status, created_at)
			VALUES ($1, $2, $3, $4, 1, $5, $6, 'DONE', $7)`,
			schema.NewID(), b.ids["res."+at.res], b.ids["org."+at.org], id, b.ids["user."+at.about], b.find(at.about).email, asked)
	}
}

// mails writes a mail that was given up for one person of each place.
func (b *builder) mails() {
	for i, at := range []struct{ name, res, org, to string }{
		{"root", "root", "root", "staff_suspended"},
		{"harbor", "root", "harbor", "harbor_suspended"},
		{"mill", "root", "mill", "mill_agent"},
		{"rival", "rival.root", "rival.customer", "rival_suspended"},
	} {
		args, err := json.Marshal(directory.SuspendedMail{ResellerID: b.ids["res."+at.res], UserID: b.ids["user."+at.to], Version: 1})
		b.must(err)
		b.exec(`INSERT INTO dead_mails (id, reseller_id, account_id, created_at, organization_id, user_id, email, kind, job, failure, attempts)
			VALUES ($1, $2, $3, $4, $3, $5, $6, 'mail_suspended', $7, '550 5.1.1 no such mailbox', 6)`,
			b.name("mail", at.name, schema.NewID()), b.ids["res."+at.res], b.ids["org."+at.org], epoch().Add(-9*day+time.Duration(i)*time.Hour),
			b.ids["user."+at.to], b.find(at.to).email, args)
	}
}

// passkeys writes one for a person of each place. Nobody can sign in with it,
// and it asks for nothing: whether a second factor is enrolled says the user.
func (b *builder) passkeys() {
	for _, at := range []struct{ name, res, org, user string }{
		{"root", "root", "root", "second_admin"},
		{"harbor", "root", "harbor", "harbor_suspended"},
		{"mill", "root", "mill", "mill_agent"},
		{"rival", "rival.root", "rival.customer", "rival_suspended"},
	} {
		b.exec(`INSERT INTO passkeys (id, reseller_id, account_id, created_at, name, credential_id, credential, user_id)
			VALUES ($1, $2, $3, $4, 'Key of ' || $5::text, $6, '{}', $7)`,
			b.name("pk", at.name, schema.NewID()), b.ids["res."+at.res], b.ids["org."+at.org], epoch().Add(-40*day), at.user, []byte(at.user), b.ids["user."+at.user])
	}
}

// find is the person of a name.
func (b *builder) find(name string) personRow {
	all := append(meridian().people, rival().people...)
	return all[slices.IndexFunc(all, func(p personRow) bool { return p.name == name })]
}
