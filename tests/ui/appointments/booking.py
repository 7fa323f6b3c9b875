"""Customers who come, for tests: each with a number of his own."""

from itertools import count

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, AppointmentEvent, FactId
from assistant.desk import Desk, NextStep
from tests.conftest import a_request, local

_numbers = count(1)


def book(
    desk: Desk, moment: str, name: str, *events: AppointmentEvent, vehicle: str = "Kia Rio"
) -> FactId:
    """Let a customer make an appointment, and let what happened to it happen."""
    phone = Phone(f"+3162{next(_numbers):07}", mobile=True)
    email = f"klant{next(_numbers)}@example.com"
    request = a_request(name=name, phones=(phone,), emails=(email,), vehicle=vehicle)
    taken = desk.log_contact(
        request, NextStep(kind=AgreementKind.APPOINTMENT, moment=local(moment))
    )
    assert taken.lead_id is not None
    appointment = desk.lead(taken.lead_id).course.appointment
    assert appointment is not None
    for event in events:
        desk.change_appointment(appointment.id, event)
    return appointment.id
