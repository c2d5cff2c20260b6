"""From the globe to a flat sheet. Of a part of the world: Lambert's azimuthal equal-area projection around its middle, which knows no seam and no pole. Of the
whole: Equal Earth (Šavrič, Patterson and Jenny 2018). Both keep areas. x runs east, y runs down (south), in kilometres.
"""

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

from rashomon.publish.outlines.atlas import vector
from rashomon.publish.outlines.cutting import Point

EARTH = 6371.0  # km, mean radius
_A = (1.340264, -0.081106, 0.000893, 0.003796)  # Equal Earth
_M = sqrt(3) / 2


class Azimuthal(NamedTuple):
    """Around a middle, in degrees. The point opposite has no place on the sheet and is put at its rim."""

    longitude: float
    latitude: float

    def flat(self, point: Point) -> Point:
        x, y, z = vector(point[0] - self.longitude, point[1])
        b = radians(self.latitude)
        towards = x * cos(b) + z * sin(b)  # 1 at the middle, -1 opposite
        k = EARTH * sqrt(2 / max(1e-9, 1 + towards))
        return k * y, -k * (z * cos(b) - x * sin(b))

    def back(self, point: Point) -> Point:
        """Longitude and latitude of a point of the sheet that lies on the globe."""
        x, y = point[0] / EARTH, -point[1] / EARTH
        square = min(4.0, x * x + y * y)
        towards, k = 1 - square / 2, sqrt(1 - square / 4)
        b = radians(self.latitude)
        latitude = degrees(asin(max(-1.0, min(1.0, towards * sin(b) + k * y * cos(b)))))
        longitude = self.longitude + degrees(atan2(k * x, towards * cos(b) - k * y * sin(b)))
        return (longitude + 180) % 360 - 180, latitude


class EqualEarth(NamedTuple):
    """Around a meridian, in degrees; longitudes are those of a ring that was cut at the meridian opposite."""

    longitude: float

    def flat(self, point: Point) -> Point:
        t = asin(_M * sin(radians(point[1])))
        a1, a2, a3, a4 = _A
        square = t * t
        sixth = square**3
        across = radians(point[0] - self.longitude)
        x = across * cos(t) / (_M * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
        return EARTH * x, -EARTH * t * (a1 + a2 * square + sixth * (a3 + a4 * square))
