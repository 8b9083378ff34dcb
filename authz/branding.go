package authz

// Branding decides whether the viewer may change how the portals of an
// organization look, in the order Hidden, Forbidden, WrongState. [001]
func (a *Authorizer) Branding(v *Viewer, t OrganizationTarget) Verdict {
	return a.createIn(v, t, BrandingManage, BrandingRead)
}
