//! `checker sensors`: the readings of a robot that is not there, for a program that takes them on its stdin.

use std::f64::consts::PI;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Trouble;
use crate::cli::Sensors;

pub fn run(options: &Sensors) -> Result<ExitCode, Trouble> {
    let every = Duration::from_millis(options.every.get().into());
    let seed = options.sensor_seed.unwrap_or_else(|| fastrand::u64(..));
    let mut robot = Robot::new(options.robot.get(), seed);
    let mut out = io::stdout().lock();
    // When each line is due is planned from the start: small delays do not add up.
    let mut due = Instant::now();
    let mut left = options.count.map(|count| count.get());
    while left != Some(0) {
        if !waits_for_reader(due)? {
            break;
        }
        // stdout ends a line by sending it on.
        match writeln!(out, "{}", robot.reads_on(every)) {
            // Whoever reads has had enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            written => written?,
        }
        due += every;
        left = left.map(|left| left - 1);
    }
    Ok(ExitCode::SUCCESS)
}

/// Waits until then; not if whoever reads stdout has gone meanwhile.
fn waits_for_reader(due: Instant) -> io::Result<bool> {
    loop {
        let left = due.saturating_duration_since(Instant::now());
        let limit = Timespec { tv_sec: left.as_secs() as _, tv_nsec: left.subsec_nanos() as _ };
        let stdout = io::stdout();
        // No event is asked for: that nobody reads any more is always told.
        let mut told = [PollFd::new(&stdout, PollFlags::empty())];
        match poll(&mut told, Some(&limit)) {
            Ok(0) if due <= Instant::now() => return Ok(true),
            Ok(0) | Err(rustix::io::Errno::INTR) => {}
            Ok(_) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
}

/// A robot that follows a line on the floor until there is something before it, and then turns to another line.
struct Robot {
    number: u16,
    rng: fastrand::Rng,
    /// How many lines have been read.
    read: u64,
    /// To whatever is before it, in millimetres.
    distance: f64,
    /// Where the line is under the six sensors: 2.5 is in the middle.
    line: f64,
    /// Degrees a second, to the left.
    turns: f64,
    /// For so many seconds it still turns away from something.
    turning: f64,
}

impl Robot {
    /// What the sensor sees at the most, in millimetres.
    const FAR: f64 = 2300.0;
    /// How fast it drives, in millimetres a second.
    const SPEED: f64 = 180.0;
    /// So near it turns away.
    const NEAR: f64 = 150.0;
    /// In seconds: it does not drive blindly for longer, however seldom its sensors are read.
    const LONGEST_STEP: f64 = 0.2;

    fn new(number: u16, seed: u64) -> Self {
        // Robots that were started with the same seed still differ.
        let mut rng =
            fastrand::Rng::with_seed(seed.wrapping_add(u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        let distance = 600.0 + 1600.0 * rng.f64();
        Self { number, rng, read: 0, distance, line: 2.5, turns: 0.0, turning: 0.0 }
    }

    /// The next line; its sensors take turns.
    fn reads_on(&mut self, after: Duration) -> String {
        self.drives(after.as_secs_f64().min(Self::LONGEST_STEP));
        let reading = match self.read % 3 {
            0 => self.reads_distance(),
            1 => self.reads_line(),
            _ => self.reads_gyroscope(),
        };
        self.read += 1;
        format!("robot {} {reading}", self.number)
    }

    fn drives(&mut self, seconds: f64) {
        if self.turning > 0.0 {
            self.turning -= seconds;
            if self.turning <= 0.0 {
                self.distance = 600.0 + 1600.0 * self.rng.f64();
                self.line = 2.5 + self.noise(1.0);
            }
            return;
        }
        self.distance -= Self::SPEED * seconds;
        if self.distance < Self::NEAR {
            self.turning = 1.0 + self.rng.f64();
            self.turns = if self.rng.bool() { 90.0 } else { -90.0 } + self.noise(10.0);
            return;
        }
        // It steers back to the line, and never quite gets there.
        self.turns = 12.0 * (2.5 - self.line);
        self.line = (self.line + self.noise(0.4) + 0.02 * self.turns).clamp(0.5, 4.5);
    }

    fn reads_distance(&mut self) -> String {
        let seen = self.distance * (1.0 + self.noise(0.01));
        format!("distance {:.0} mm", seen.clamp(20.0, Self::FAR))
    }

    /// Six values between 0, black, and 1, white. While it turns there is no line under it.
    fn reads_line(&mut self) -> String {
        let values: Vec<String> = (0..6)
            .map(|place| {
                let off = (f64::from(place) - self.line) / 0.8;
                let dark = if self.turning > 0.0 { 0.0 } else { 0.9 * (-off * off).exp() };
                format!("{:.2}", (0.97 - dark + self.noise(0.03)).clamp(0.0, 1.0))
            })
            .collect();
        format!("line {}", values.join(" "))
    }

    fn reads_gyroscope(&mut self) -> String {
        // A little shaking by the wheels, in the other two axes.
        let shakes = (self.read as f64 * PI / 7.0).sin();
        let [x, y, z] = [shakes, -shakes, self.turns].map(|turns| tenth(turns + self.noise(0.5)));
        format!("gyroscope {x:.1} {y:.1} {z:.1} deg/s")
    }

    /// Something between `-most` and `most`.
    fn noise(&mut self, most: f64) -> f64 {
        (2.0 * self.rng.f64() - 1.0) * most
    }
}

/// Rounded to a tenth; what is nearly 0 is 0, and not -0.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_plausible_for_long() {
        let mut robot = Robot::new(1, 7);
        let (mut near, mut turned) = (false, false);
        for _ in 0..3000 {
            let line = robot.reads_on(Duration::from_millis(250));
            let words: Vec<&str> = line.split(' ').collect();
            let numbers = words[3..].iter().filter_map(|word| word.parse::<f64>().ok()).collect::<Vec<_>>();
            match (words[2], numbers.as_slice()) {
                ("distance", [mm]) => {
                    assert!((20.0..=Robot::FAR).contains(mm), "{line}");
                    near |= *mm < 200.0;
                }
                ("line", six) => assert!(six.len() == 6 && six.iter().all(|it| (0.0..=1.0).contains(it)), "{line}"),
                ("gyroscope", [x, y, z]) => {
                    assert!(x.abs() < 5.0 && y.abs() < 5.0 && z.abs() < 150.0, "{line}");
                    turned |= z.abs() > 60.0;
                }
                _ => panic!("{line}"),
            }
        }
        assert!(near && turned, "it comes near to something, and turns away");
    }

    #[test]
    fn nothing_is_minus_zero() {
        assert_eq!(format!("{:.1}", tenth(-0.04)), "0.0");
        assert_eq!(format!("{:.1}", tenth(-0.06)), "-0.1");
    }
}
