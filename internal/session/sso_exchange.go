package session

import (
	"cmp"
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
)

// askedSSO is the challenge behind a sign-in link: to follow it.
const askedSSO ChallengeKind = "SSO_LINK"

// SSORequest asks for a sign-in link for one user of the account whose token
// it is: by Email or ExternalID, exactly one.
type SSORequest struct {
	Token      string
	Email      string
	ExternalID string
	IP         string // textual, without a port
}

// SSOLink signs a user in, once.
type SSOLink struct {
	URL       string
	ExpiresAt time.Time
}

// The refusals of an exchange stand at the members of the request's JSON.
const (
	pathSSOToken      = "token"
	pathSSOEmail      = "email"
	pathSSOExternalID = "externalId"
)

// ssoAccount is the organization a token belongs to.
type ssoAccount struct {
	id, accountID, resellerID, rootID uuid.UUID
	name                              string
	status, accountStatus             organization.Status
	hash                              []byte
	on                                bool // single sign-on is among its features
}

// SSOExchange answers a link that signs the named user in. Refusals: INVALID,
// TOKEN_INVALID, FEATURE_DISABLED, ACCOUNT_SUSPENDED, NOT_FOUND (no active user
// of the account), CONFLICT (several users of that name below the account);
// fault.RateLimited. What a genuine token, or one that was replaced, is used
// for stands in the audit log, refusals as well. [002]
func (s *Service) SSOExchange(ctx context.Context, in SSORequest) (SSOLink, error) {
	path := pathSSOEmail
	if in.ExternalID != "" {
		path = pathSSOExternalID
	}
	if (in.Email == "") == (in.ExternalID == "") || len(in.Email)+len(in.ExternalID) > maxEmailBytes {
		return SSOLink{}, fault.Refuse(fault.Invalid, path, "Name the user by email or by externalId, exactly one.")
	}
	t := parseSSOToken(in.Token)
	attempt, err := s.throttle.beginSSO(ctx, t.organizationID, in.IP, s.now())
	if err != nil {
		return SSOLink{}, err
	}
	defer attempt.done()
	link, err := s.ssoExchange(database.WithReseller(ctx, t.resellerID), t, in, path)
	if r, ok := errors.AsType[fault.Refusals](err); ok && r[0].Code == fault.TokenInvalid {
		return SSOLink{}, errors.Join(err, attempt.failed(ctx, s.now()))
	} else if err != nil {
		return SSOLink{}, errors.Join(err, attempt.forgiven(ctx))
	}
	return link, attempt.succeeded(ctx)
}

func (s *Service) ssoExchange(ctx context.Context, t ssoToken, in SSORequest, path string) (link SSOLink, err error) {
	a, err := ssoAccountOf(ctx, s.cfg.DB.Write, t)
	if err != nil {
		return SSOLink{}, err
	}
	target, refused := s.ssoTarget(ctx, a, t, in, path)
	if _, ok := errors.AsType[fault.Refusals](refused); refused != nil && (!ok || a == nil) {
		return SSOLink{}, refused // nothing to tell anybody
	}
	err = s.cfg.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := audit.Record(ctx, tx, s.ssoEvent(a, target, refused)); err != nil || refused != nil {
			return err
		}
		shown := proof{Reseller: a.resellerID, User: target.id, Password: digest(target.passwordHash), SSO: &ssoProof{a.id, a.hash}}
		token, expires, err := s.askFor(ctx, tx.SQL, askedSSO, shown, SSOLinkTTL)
		link = SSOLink{URL: s.publicURL() + "/sso#token=" + token, ExpiresAt: expires}
		return err
	})
	if err = errors.Join(refused, err); err != nil {
		return SSOLink{}, err
	}
	return link, nil
}

// ssoTarget decides on the token and finds whom the link is for.
func (s *Service) ssoTarget(ctx context.Context, a *ssoAccount, t ssoToken, in SSORequest, path string) (*ssoUser, error) {
	if err := admitSSO(a, t); err != nil {
		return nil, err
	}
	if err := s.throttle.admitOne(ctx, s.throttle.id("sso token", a.id.String()), ssoPerToken, s.now()); err != nil {
		return nil, err
	}
	u, err := s.ssoUser(ctx, a, in, path)
	if err != nil {
		return u, err
	}
	return u, s.throttle.admitOne(ctx, s.throttle.id("sso user", u.id.String()), ssoPerUser, s.now())
}

func (s *Service) publicURL() string {
	return strings.TrimSuffix(cmp.Or(s.cfg.PublicURL, DefaultPublicURL), "/")
}

// ssoProof is the token behind a sign-in link: of which organization, and its
// hash.
type ssoProof struct {
	Organization uuid.UUID `json:"organization"`
	Hash         []byte    `json:"hash"`
}

// stillGood tells whether the account has the very token that a link was made
// with, and single sign-on, when the link is followed.
func (p *ssoProof) stillGood(ctx context.Context, at execer, reseller uuid.UUID) (bool, error) {
	t := ssoToken{resellerID: reseller, organizationID: p.Organization, hash: p.Hash}
	a, err := ssoAccountOf(ctx, at, t)
	if err != nil {
		return false, err
	}
	return admitSSO(a, t) == nil, nil
}

// ssoAccountOf reads the organization of a token; nil when there is none.
func ssoAccountOf(ctx context.Context, at execer, t ssoToken) (*ssoAccount, error) {
	var a ssoAccount
	err := at.QueryRowContext(ctx, `
		SELECT o.id, o.account_id, o.reseller_id, r.root_organization_id, o.name, o.status, a.status, o.sso_token_hash,
			$3 = ANY(a.features) AND $3 = ANY(root.features)
		FROM organizations o
		JOIN organizations a ON a.reseller_id = o.reseller_id AND a.id = o.account_id
		JOIN resellers r ON r.id = o.reseller_id
		JOIN organizations root ON root.reseller_id = o.reseller_id AND root.id = r.root_organization_id
		WHERE o.reseller_id = $1 AND o.id = $2 AND o.status <> 'DELETED'`, t.resellerID, t.organizationID, feature.SSO).
		Scan(&a.id, &a.accountID, &a.resellerID, &a.rootID, &a.name, &a.status, &a.accountStatus, &a.hash, &a.on)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", t.organizationID, err)
	}
	return &a, nil
}

// admitSSO decides on the token, at the same price whether it is known or not.
func admitSSO(a *ssoAccount, t ssoToken) error {
	stored := make([]byte, len(t.hash))
	if a != nil {
		copy(stored, a.hash)
	}
	same := subtle.ConstantTimeCompare(stored, t.hash) == 1
	switch {
	case a == nil || len(a.hash) != len(t.hash) || !same || a.id == a.rootID:
		return fault.Refuse(fault.TokenInvalid, pathSSOToken, "The token is unknown or was replaced.")
	case a.status != organization.StatusACTIVE || a.accountStatus != organization.StatusACTIVE:
		return fault.Refuse(fault.AccountSuspended, pathSSOToken, "The account is suspended.")
	case !a.on:
		return fault.Refuse(fault.FeatureDisabled, pathSSOToken, "The account has no single sign-on.")
	}
	return nil
}

// ssoUser is whom a link is for.
type ssoUser struct {
	id, organizationID uuid.UUID
	name               string
	status             user.Status
	passwordHash       sql.NullString
}

// ssoUser finds the named user: of the organization itself before one of its
// sub-accounts.
func (s *Service) ssoUser(ctx context.Context, a *ssoAccount, in SSORequest, path string) (*ssoUser, error) {
	column, value := "email_key", addressKey(in.Email)
	if in.ExternalID != "" {
		column, value = "external_id", in.ExternalID
	}
	if value != clip(value, maxEmailBytes) {
		return nil, fault.Refuse(fault.Missing, path, "The account has no such active user.") // nothing that is stored
	}
	rows, err := s.cfg.DB.Write.QueryContext(ctx, `
		SELECT u.id, u.organization_id, u.display_name, u.status, u.password_hash FROM users u
		WHERE u.reseller_id = $1 AND u.account_id = $2 AND u.`+column+` = $3 AND u.status <> 'DELETED'
			AND ($4 = $2 OR u.organization_id = $4)
		ORDER BY u.organization_id = $4 DESC, u.id LIMIT 2`, a.resellerID, a.accountID, value, a.id)
	if err != nil {
		return nil, fmt.Errorf("look a user of account %s up: %w", a.accountID, err)
	}
	defer rows.Close()
	var found []*ssoUser
	for rows.Next() {
		var u ssoUser
		if err := rows.Scan(&u.id, &u.organizationID, &u.name, &u.status, &u.passwordHash); err != nil {
			return nil, fmt.Errorf("look a user of account %s up: %w", a.accountID, err)
		}
		found = append(found, &u)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("look a user of account %s up: %w", a.accountID, err)
	}
	switch own := slices.IndexFunc(found, func(u *ssoUser) bool { return u.organizationID == a.id }); {
	case len(found) == 0:
		return nil, fault.Refuse(fault.Missing, path, "The account has no such active user.")
	case len(found) > 1 && own < 0:
		return nil, fault.Refuse(fault.Conflict, path, "Several sub-accounts have such a user. Use the token of the sub-account.")
	}
	switch u := found[0]; u.status {
	case user.StatusACTIVE:
		return u, nil
	case user.StatusSUSPENDED:
		return u, suspended(path)
	default:
		return u, fault.Refuse(fault.Missing, path, "The account has no such active user.")
	}
}

// ssoEvent is the line of the log about one use of a token. Nobody is signed
// in: the account itself has acted.
func (s *Service) ssoEvent(a *ssoAccount, u *ssoUser, refused error) audit.Event {
	e := audit.Event{
		At: s.now(), Action: "sso.exchanged", OrganizationID: a.id, AccountID: a.accountID,
		TargetType: "Organization", TargetID: a.id, TargetName: a.name,
	}
	if u != nil {
		e.OrganizationID, e.TargetType, e.TargetID, e.TargetName = u.organizationID, "User", u.id, u.name
	}
	if refused != nil {
		e.Action = "sso.refused"
		reason := string(fault.KindOf(refused))
		if r, ok := errors.AsType[fault.Refusals](refused); ok && len(r) > 0 {
			reason = string(r[0].Code)
		}
		e.Reason = &reason
	}
	return e
}

// SignInBySSO follows a sign-in link: it opens a session, or asks for the
// second factor like any sign-in. With its token, or the feature, a link is
// worth nothing any more. Refusals: TOKEN_INVALID, EXPIRED, ACCOUNT_SUSPENDED.
func (s *Service) SignInBySSO(ctx context.Context, token, agent, ip string) (Result, error) {
	result, err := s.signInBySSO(ctx, token, device{ip, agent})
	s.cfg.Observe(outcomeOf(result, err))
	return result, err
}

func (s *Service) signInBySSO(ctx context.Context, token string, from device) (result Result, err error) {
	c, err := s.charge(ctx, token, pathToken)
	if err != nil {
		return Result{}, err
	}
	if c.kind != askedSSO {
		return Result{}, deadChallenge(pathToken)
	}
	err = s.cfg.DB.WithTx(database.WithReseller(ctx, c.proof.Reseller), func(ctx context.Context, tx *database.Tx) error {
		if err := take(ctx, tx.SQL, c, pathToken); err != nil {
			return err
		}
		result, err = s.advance(ctx, tx, c.proof, from, pathToken)
		return err
	})
	s.settle(ctx, c, err)
	if err != nil {
		return Result{}, err
	}
	return result, nil
}
