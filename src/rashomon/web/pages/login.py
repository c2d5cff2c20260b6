"""Logging in and out, where the desk has a password."""

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField
from wtforms.validators import DataRequired, Length

from rashomon.web.security import Door

pages = Blueprint("login", __name__)


class LoginForm(FlaskForm):  # type: ignore[misc]
    password = PasswordField("Password or token", [DataRequired("Give the password."), Length(max=1_000)])
    next = HiddenField()


@pages.route("/login", methods=["GET", "POST"])
def login() -> Any:
    door: Door | None = current_app.extensions["rashomon.door"]
    if door is None:
        return redirect(url_for("stories.listed"))
    form = LoginForm()
    if request.method == "GET":
        form.next.data = request.args.get("next", "/")
        return render_template("login.html", form=form, wait=0)
    address = request.remote_addr or ""
    if wait := door.wait(address):
        return render_template("login.html", form=form, wait=wait), 429
    if form.validate_on_submit():
        if door.opens(form.password.data, address):
            session.clear()
            session["in"] = door.let_in()
            return redirect(local(form.next.data))
        form.password.errors = ["This is not the password."]
    return render_template("login.html", form=form, wait=0), 401


@pages.post("/logout")
def logout() -> Any:
    if door := current_app.extensions["rashomon.door"]:
        door.let_out(session.get("in"))
    session.clear()
    return redirect(url_for("login.login"))


def local(address: str | None) -> str:
    """The address, where it leads to a page of this desk; else the first page."""
    plain = address or "/"
    if not plain.startswith("/") or plain.startswith(("//", "/\\")) or any(c in plain for c in "\\\r\n\t"):
        return "/"
    return plain
